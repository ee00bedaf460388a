// Package bad gets leap years wrong.
package bad

import "time"

func isLeap(year int) bool {
	return year%4 == 0 // want `isLeap\(1900\) is true, but 1900 is no leap year`
}

func isLeapYear(y uint32) bool {
	return y&3 == 0 // want `isLeapYear\(1900\) is true, but 1900 is no leap year`
}

func noFourCenturies(year int) bool {
	return year%4 == 0 && year%100 != 0 // want `noFourCenturies\(2000\) is false, but 2000 is a leap year`
}

func inverted(year int) bool { // as a predicate of leap years or of others
	return (year%4 != 0 && year%100 == 0) || year%400 != 0 // want `inverted\(1904\) is true, but 1904 is a leap year`
}

func leapInverted(year int) bool {
	return (year%4 != 0 && year%100 == 0) || year%400 != 0 // want `leapInverted\(1900\) is true, but 1900 is no leap year`
}

func swapped(year int) bool { // want `swapped\(1900\) is true, but 1900 is no leap year`
	if year%4 != 0 {
		return false
	}
	if year%100 == 0 {
		return year%400 != 0
	}
	return true
}

func precedence(year int64) bool {
	return year%4 == 0 && year%100 != 0 || year%400 != 0 // want `precedence\(`
}

func common(year int) bool {
	return year%4 != 0 || year%100 == 0 // want `common\(2000\) is true, but 2000 is a leap year`
}

func leapDays(year int) int {
	if year%4 == 0 { // want `leapDays\(1900\) is 1, but 1900 is no leap year`
		return 1
	}
	return 0
}

func daysInYear(year int) int {
	if year%4 == 0 { // want `daysInYear\(1900\) is 366, but 1900 has 365 days`
		return 366
	}
	return 365
}

func februaryDays(year int) int {
	if year%4 == 0 && year%100 != 0 { // want `februaryDays\(2000\) is 28, but February 2000 has 29 days`
		return 29
	}
	return 28
}

func februaryOrNot(year int) int { // want `februaryOrNot\(1900\) is 29, but February 1900 has 28 days`
	if year%100 != 0 && year%4 == 0 {
		return 29
	}
	if year%400 != 0 {
		return 29
	}
	return 28
}

func daysIn(year int, month time.Month) int {
	switch month {
	case time.February:
		if year%4 == 0 { // want `daysIn\(1900, 2\) is 29, but February 1900 has 28 days`
			return 29
		}
		return 28
	case time.April, time.June, time.September, time.November:
		return 30
	}
	return 31
}

func monthDays(month, year int) int { // want `monthDays\(1, 1904\) is 28, but February 1904 has 29 days`
	lengths := [...]int{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31}
	if year < 0 {
		return 0
	}
	return lengths[month]
}

func throughHelper(year, month int) int { // want `throughHelper\(1900, 2\) is 29, but February 1900 has 28 days`
	if month == 2 {
		if isLeap(year) {
			return 29
		}
		return 28
	}
	return [...]int{31, 0, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31}[month-1]
}

type date struct{ year, month, day int }

func (d date) isLeap() bool {
	return d.year%4 == 0 // want `d.year % 4 == 0 holds for 1900, which is no leap year`
}

func (d *date) valid() bool {
	days := []int{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31}[d.month-1]
	if d.month == 2 && d.year%4 == 0 { // want `d.month == 2 && d.year % 4 == 0 holds for 1900, which is no leap year`
		days++
	}
	return d.day <= days
}

func length(t time.Time) int {
	if t.Year()%4 == 0 { // want `t.Year\(\) % 4 == 0 holds for 1900, which is no leap year`
		return 366
	}
	return 365
}

func variable(t time.Time) bool {
	year := t.Year()
	leap := year%4 == 0 && year%100 != 0 // want `year % 4 == 0 && year % 100 != 0 does not hold for 2000, which is a leap year`
	return leap
}

var leap = func(year int) bool {
	return year%4 == 0 // want `leap\(1900\) is true, but 1900 is no leap year`
}

func local(years []int) (n int) {
	isLeap := func(y int) bool {
		return y%4 == 0 || y%100 == 0 && y%400 == 0 // want `isLeap\(1900\) is true, but 1900 is no leap year`
	}
	for _, y := range years {
		if isLeap(y) {
			n++
		}
	}
	return n
}

func countdown(t time.Time) int {
	if t.Month() == 2 && t.Year()%4 == 0 { // want `t.Month\(\) == 2 && t.Year\(\) % 4 == 0 holds for 1900`
		return 1
	}
	return 0
}

type rules struct{}

func (rules) isLeap(year int) bool {
	return year%4 == 0 // want `isLeap\(1900\) is true, but 1900 is no leap year`
}
