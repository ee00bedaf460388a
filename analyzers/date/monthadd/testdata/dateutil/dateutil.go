// Package dateutil helps with dates.
package dateutil

import "time"

// FirstDay returns the first day of the month of t.
func FirstDay(t time.Time) time.Time {
	return time.Date(t.Year(), t.Month(), 1, 0, 0, 0, 0, t.Location())
}

// Floor does the same in another way.
func Floor(t time.Time) time.Time { return t.AddDate(0, 0, 1-t.Day()) }

// Today returns midnight.
func Today() time.Time {
	now := time.Now()
	return time.Date(now.Year(), now.Month(), now.Day(), 0, 0, 0, 0, time.Local)
}
