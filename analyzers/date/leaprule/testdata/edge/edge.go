// Package edge holds what is hard to tell.
package edge

import "time"

var ordinals [366]string

func offByOne(t time.Time) string {
	return ordinals[t.YearDay()] // want `ordinals\[t.YearDay\(\)\] is out of range on 31 December 2028: index 366, length 366`
}

var rows [365]int

func pointer(t time.Time, table *[365]int) {
	table[t.YearDay()-1] = 1 // want `table\[t.YearDay\(\) - 1\] is out of range`
}

func bounded(t time.Time) {
	if t.YearDay() <= 365 {
		rows[t.YearDay()-1] = 1
	}
}

func unknownStep(year int, f func(int) bool) bool { return year%4 == 0 && f(year) }

func steps(year int) (days int) {
	days = 365
	if year%4 == 0 {
		days++
	}
	if year%100 == 0 {
		days--
	}
	if year%400 == 0 {
		days++
	}
	return days
}

var monthLengths = [12]int{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31}

// byDate may be corrected by its callers: the package knows of leap years.
func byDate(t time.Time) int { return monthLengths[t.Month()-1] }

func interleaved(i int) bool { return i%4 == 0 && i%16 != 0 }
