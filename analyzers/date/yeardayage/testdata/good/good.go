// Package good holds what looks like an age by day of the year and is right.
package good

import "time"

func sameDay(a, b time.Time) bool {
	return a.Year() == b.Year() && a.YearDay() == b.YearDay()
}

func sameYear(a, b time.Time) int {
	if a.Year() != b.Year() {
		return 0
	}
	return b.YearDay() - a.YearDay()
}

func before(a, b time.Time) bool {
	return a.Year() < b.Year() || a.Year() == b.Year() && a.YearDay() < b.YearDay()
}

func yearLast(a, b time.Time) bool {
	return a.YearDay() < b.YearDay() && a.Year() == b.Year()
}

func byDifference(a, b time.Time) int {
	years := b.Year() - a.Year()
	if years == 0 {
		return b.YearDay() - a.YearDay()
	}
	return 365 * years
}

func index(t time.Time) int { return t.YearDay() - 1 }

func sameTime(t time.Time) bool { return t.UTC().YearDay() < t.YearDay()+1 }

func leftInYear(t time.Time) int {
	return time.Date(t.Year(), time.December, 31, 0, 0, 0, 0, time.UTC).YearDay() - t.YearDay()
}

func anniversary(birth, now time.Time) bool {
	that := time.Date(now.Year(), birth.Month(), birth.Day(), 0, 0, 0, 0, time.UTC)
	return now.YearDay() < that.YearDay()
}

func moved(birth, now time.Time, age int) bool {
	return now.YearDay() < birth.AddDate(now.Year()-birth.Year(), 0, 0).YearDay()
}

func oneYear(year int) int {
	first := time.Date(year, time.March, 1, 0, 0, 0, 0, time.UTC)
	last := time.Date(year, time.May, 1, 0, 0, 0, 0, time.UTC)
	return last.YearDay() - first.YearDay()
}

// between adds the lengths of the years between.
func between(from, to time.Time) int {
	days := to.YearDay() - from.YearDay()
	for year := from.Year(); year < to.Year(); year++ {
		days += time.Date(year, time.December, 31, 0, 0, 0, 0, time.UTC).YearDay()
	}
	return days
}

func summed(from, to time.Time) int {
	days := -from.YearDay()
	for year := from.Year(); year < to.Year(); year++ {
		days += time.Date(year, time.December, 31, 0, 0, 0, 0, time.UTC).YearDay()
	}
	days += to.YearDay()
	return days
}

func isLeap(year int) bool { return year%4 == 0 && (year%100 != 0 || year%400 == 0) }

// adjusted takes the leap day out of either side.
func adjusted(birth, now time.Time) int {
	years := now.Year() - birth.Year()
	day := birth.YearDay()
	if isLeap(birth.Year()) && !isLeap(now.Year()) && day >= 60 {
		day--
	} else if isLeap(now.Year()) && !isLeap(birth.Year()) && now.YearDay() >= 60 {
		day++
	}
	if now.YearDay() < day {
		years--
	}
	return years
}

func left(t time.Time) int {
	if isLeap(t.Year()) {
		return 366 - t.YearDay()
	}
	return 365 - t.YearDay()
}

func wrapped(next, now time.Time) int {
	days := next.YearDay() - now.YearDay()
	if days < 0 {
		if isLeap(now.Year()) {
			days += 366
		} else {
			days += 365
		}
	}
	return days
}

func season(t time.Time) bool { return t.YearDay() >= 80 && t.YearDay() < 172 }

func fixed() int {
	a := time.Date(2026, 1, 2, 0, 0, 0, 0, time.UTC)
	b := time.Date(2026, 3, 2, 0, 0, 0, 0, time.UTC)
	return b.YearDay() - a.YearDay()
}
