package silent

import "time"

// fileName returns the name of today's log.
func fileName() string {
	return time.Now().Format("2006-01-02") + ".log"
}

func isToday(t time.Time) bool {
	year, month, day := time.Now().Date()
	today := time.Date(year, month, day, 0, 0, 0, 0, time.Local)
	return !t.Before(today)
}
