package reported

import "time"

// isToday reports whether a Unix time is today.
func isToday(seconds int64) bool {
	now := time.Now()
	start := time.Date(now.Year(), now.Month(), now.Day(), 0, 0, 0, 0, time.UTC) // want `time\.Date\(now\.Year\(\), now\.Month\(\), now\.Day\(\), \.\.\.\) at 23:30 on 15 January 2026 in New York gives 19:00 on 14 January there, yet is compared with a point in time`
	t := time.Unix(seconds, 0)
	return !t.Before(start) && t.Before(start.AddDate(0, 0, 1))
}
