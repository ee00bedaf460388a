package local

import "time"

func elapsed(t time.Time) time.Duration {
	year, month, day := t.Local().Date()
	return time.Since(time.Date(year, month, day, 0, 0, 0, 0, time.UTC)) // want `time\.Date\(year, month, day, \.\.\.\) at 23:30 on 15 January 2026 in New York gives 19:00 on 14 January there, yet is compared with a point in time`
}
