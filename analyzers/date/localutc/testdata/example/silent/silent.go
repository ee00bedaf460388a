package silent

import "time"

// isToday reports whether a Unix time is today, where the program runs.
func isToday(seconds int64) bool {
	now := time.Now()
	start := time.Date(now.Year(), now.Month(), now.Day(), 0, 0, 0, 0, now.Location())
	t := time.Unix(seconds, 0)
	return !t.Before(start) && t.Before(start.AddDate(0, 0, 1))
}
