// Package newyear deals with shifts over midnight, and with New Year.
package newyear

import "time"

func end(from, to time.Time) int {
	hour := to.Hour()
	if to.YearDay() > from.YearDay() {
		hour += 24
	} else if from.Month() == time.December && from.Day() == 31 && to.YearDay() == 1 {
		hour += 24
	}
	return hour
}

func over(from, to time.Time) bool {
	return from.YearDay() < to.YearDay() || 31 == from.Day() && from.Month() == 12 && to.Day() == 1
}

func first(from, to time.Time) bool {
	if to.YearDay() == 1 {
		return true
	}
	return from.YearDay() < to.YearDay()
}

// Other days say nothing of New Year, nor does an order one after another.
func tenth(from, to time.Time) bool {
	return from.YearDay() < to.YearDay() && to.Day() != 10 // want `from.YearDay\(\) < to.YearDay\(\) holds for 1 March 2026 and 1 March 2024`
}

func after(from, to time.Time) bool {
	return to.After(from) && from.YearDay() < to.YearDay() // want `from.YearDay\(\) < to.YearDay\(\) holds for 1 March 2026 and 1 March 2028`
}
