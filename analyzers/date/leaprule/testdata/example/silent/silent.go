package silent

import "time"

// IsLeap reports whether a year is a leap year of the Gregorian calendar.
func IsLeap(year int) bool {
	return year%4 == 0 && (year%100 != 0 || year%400 == 0)
}

var visits [366]int

// Visit counts a visit on a day of the year.
func Visit(t time.Time) {
	visits[t.YearDay()-1]++
}
