// Package running steps by the clock of the location that it runs in, which may
// well be UTC.
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
