// Package clock has times for other packages.
package clock

import "time"

func StartOfDay(t time.Time) time.Time {
	return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, t.Location())
}

func Now() time.Time { return time.Now().UTC() }

func Days(d time.Duration) int { return int(d / (24 * time.Hour)) }
