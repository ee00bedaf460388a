// Package seasons makes dates of the year of another date in functions of its
// own, and tells days of one year apart.
package seasons

import (
	"sort"
	"time"
)

func easter(year int) time.Time {
	return time.Date(year, time.April, 5+year%19, 0, 0, 0, 0, time.UTC)
}

func afterEaster(t time.Time) bool { return t.YearDay() > easter(t.Year()).YearDay() }

func monthOf(t time.Time) (first, last time.Time) {
	first = t.AddDate(0, 0, 1-t.Day())
	return first, first.AddDate(0, 1, -1)
}

func daysInMonth(t time.Time) int {
	first, last := monthOf(t)
	return last.YearDay() - first.YearDay() + 1
}

func endOfMonth(t time.Time) time.Time {
	_, last := monthOf(t)
	return last
}

func daysLeft(t time.Time) int { return endOfMonth(t).YearDay() - t.YearDay() }

// byDay orders what it is given by day of the year.
func byDay(times []time.Time) {
	sort.Slice(times, func(i, j int) bool { return times[i].YearDay() < times[j].YearDay() })
}
