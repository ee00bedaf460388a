// Package edge holds what is hard to tell.
package edge

import "time"

type stamp struct{ time.Time }

func embedded(a, b stamp) bool {
	return a.YearDay() < b.YearDay() // want `a.YearDay\(\) < b.YearDay\(\) holds for 1 March 2026 and 1 March 2024`
}

func methodValue(a, b time.Time) bool {
	f := a.YearDay
	return f() < b.YearDay() // want `f\(\) < b.YearDay\(\) holds`
}

func offset(a, b time.Time, n int) int { return a.YearDay() - b.YearDay() + n }

func january(now time.Time) bool {
	return now.YearDay() > time.Date(2021, 1, 15, 0, 0, 0, 0, time.UTC).YearDay()
}

func fixedYears() int {
	a := time.Date(2026, 12, 30, 0, 0, 0, 0, time.UTC)
	b := time.Date(2027, 1, 2, 0, 0, 0, 0, time.UTC)
	return b.YearDay() - a.YearDay() // want `is -362 from 30 December 2026 to 2 January 2027`
}

func now() int { return time.Now().YearDay() - time.Now().YearDay() }

func loop(start, end time.Time) (out []int) {
	for d := start; d.Before(end); d = d.AddDate(0, 0, 1) {
		out = append(out, d.YearDay()-start.YearDay()) // want `is -364 from 31 December 2026 to 1 January 2027`
	}
	return out
}

func guarded(a, b time.Time) int {
	if a.Year() < b.Year() {
		return 365
	}
	return b.YearDay() - a.YearDay()
}
