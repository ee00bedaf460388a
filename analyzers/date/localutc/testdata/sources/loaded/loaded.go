package loaded

import "time"

func elapsed(t time.Time) (time.Duration, error) {
	loc, err := time.LoadLocation("America/Denver")
	year, month, day := t.In(loc).Date()
	return time.Since(time.Date(year, month, day, 0, 0, 0, 0, time.UTC)), err // want `time\.Date\(year, month, day, \.\.\.\) at 23:30 on 15 January 2026 in Denver gives 17:00 on 14 January there, yet is compared with a point in time`
}
