// Package fixed steps from dates that are constant: whether the clock is changed
// there does not depend on the day on which the code runs.
package fixed

import "time"

func samples() []time.Time {
	start := time.Date(2025, 1, 1, 0, 0, 0, 0, time.Local)
	return []time.Time{start.Add(24 * time.Hour), start.Add(48 * time.Hour)}
}

func captured(run func(func())) {
	start := time.Date(2025, 1, 1, 0, 0, 0, 0, time.Local)
	run(func() {
		next := start.Add(24 * time.Hour)
		println(next.Unix())
	})
}
