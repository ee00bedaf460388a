package reported

import "time"

// fileName returns the name of today's log.
func fileName() string {
	return time.Now().Truncate(24*time.Hour).Format("2006-01-02") + ".log" // want `time\.Now\(\)\.Truncate\(24 \* time\.Hour\) at 07:30 on 15 January 2026 in New York is 19:00 on 14 January, not midnight`
}

func isToday(t time.Time) bool {
	today := time.Now().Truncate(24 * time.Hour) // want `time\.Now\(\)\.Truncate\(24 \* time\.Hour\) at 07:30 on 15 January 2026 in New York is 19:00 on 14 January, not midnight`
	return !t.Before(today)
}
