// Package running steps by the clock of the location that it runs in, or that its
// callers choose, which may well be UTC.
package running

import "time"

func yesterday() string { return time.Now().Add(-24 * time.Hour).Format("20060102") }

func midnight(t time.Time) time.Time {
	return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, t.Location())
}

func endOfDay() time.Time { return midnight(time.Now()).Add(24 * time.Hour) }

func days(a, b time.Time) int {
	return int(midnight(b.Local()).Sub(midnight(a.Local())).Hours() / 24)
}

// NextDay returns the midnight after t, in the location of t.
func NextDay(t time.Time) time.Time {
	t = t.Add(24 * time.Hour)
	year, month, day := t.Date()
	return time.Date(year, month, day, 0, 0, 0, 0, t.Location())
}
