// Package slots makes dates at several hours of UTC.
package slots

import "time"

// The hours are in UTC, and on the same day west of it.
func open() []time.Time {
	var out []time.Time
	now := time.Now()
	for hour := 10; hour <= 18; hour++ {
		at := time.Date(now.Year(), now.Month(), now.Day(), hour, 0, 0, 0, time.UTC)
		if at.After(now) {
			out = append(out, at)
		}
	}
	return out
}

// The first ones are on the day before.
func early() []time.Time {
	var out []time.Time
	now := time.Now()
	for hour := 2; hour <= 8; hour++ {
		at := time.Date(now.Year(), now.Month(), now.Day(), hour, 0, 0, 0, time.UTC) // want `at 23:30 on 15 January 2026 in New York gives 21:00 on 14 January there, yet is compared with a point in time`
		if at.After(now) {
			out = append(out, at)
		}
	}
	return out
}

func all() []time.Time {
	var out []time.Time
	now := time.Now()
	for hour := range 24 {
		at := time.Date(now.Year(), now.Month(), now.Day(), hour, 0, 0, 0, time.UTC) // want `at 23:30 on 15 January 2026 in New York gives 19:00 on 14 January there, yet is compared with a point in time`
		if at.After(now) {
			out = append(out, at)
		}
	}
	return out
}
