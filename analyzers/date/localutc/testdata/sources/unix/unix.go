package unix

import "time"

func elapsed(n int64) time.Duration {
	year, month, day := time.Unix(n, 0).Date()
	return time.Since(time.Date(year, month, day, 0, 0, 0, 0, time.UTC)) // want `time\.Date\(year, month, day, \.\.\.\) at 23:30 on 15 January 2026 in New York gives 19:00 on 14 January there, yet is compared with a point in time`
}
