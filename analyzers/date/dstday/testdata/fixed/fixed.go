// Package fixed steps from dates that are constant: whether the clock is changed
// there does not depend on the day on which the code runs.
package fixed

import "time"

func samples() []string {
	start := time.Date(2025, 1, 1, 0, 0, 0, 0, time.Local)
	return []string{start.Format("2006-01-02"), start.Add(24 * time.Hour).Format("2006-01-02")}
}

func captured(run func(func())) {
	start := time.Date(2025, 1, 1, 0, 0, 0, 0, time.Local)
	run(func() {
		next := start.Add(24 * time.Hour)
		println(next.Day())
	})
}
