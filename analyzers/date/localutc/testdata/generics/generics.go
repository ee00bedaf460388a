package generics

import "time"

func later[T interface{ After(time.Time) bool }](t T) bool {
	now := time.Now()
	return t.After(time.Date(now.Year(), now.Month(), now.Day(), 0, 0, 0, 0, time.UTC))
}

func elapsed[T ~int64](hour T) T {
	now := time.Now()
	return T(time.Since(time.Date(now.Year(), now.Month(), now.Day(), int(hour), 0, 0, 0, time.UTC))) // want `time\.Date\(now\.Year\(\), now\.Month\(\), now\.Day\(\), \.\.\.\) at 23:30 on 15 January 2026 in New York gives 19:00 on 14 January there, yet is compared with a point in time`
}

var (
	_ = later[time.Time]
	_ = elapsed[int64]
)
