// Package codeql mirrors rows of the tests of the leap-year queries for C++ in
// github/codeql, as far as they are about the rule itself.
package codeql

import "time"

// Wrong negations and swapped century logic.

func negation1(year int) bool {
	return !(year%4 == 0 && year%100 != 0) || year%400 == 0 // want `negation1\(2000\) is true, but 2000 is a leap year`
}

func negation2(year int) bool {
	return year%4 != 0 && (year%100 != 0 || year%400 == 0) // want `negation2\(1900\) is false, but 1900 is no leap year`
}

func negation3(year int) bool {
	return year%4 == 0 && !(year%100 != 0 || year%400 == 0) // want `negation3\(`
}

func negation4(year int) bool {
	return year%4 == 0 && (year%100 != 0 || year%400 != 0) // want `negation4\(1900\) is true, but 1900 is no leap year`
}

func swappedCenturies(year int) bool {
	return year%4 == 0 && (year%100 == 0 || year%400 != 0) // want `swappedCenturies\(1900\) is true, but 1900 is no leap year`
}

// A guard with % 4 alone.

func guard(year int, month time.Month, day int) int {
	if month == time.February && day == 29 && year%4 != 0 { // want `month == time.February && day == 29 && year % 4 != 0 does not hold for 1900, which is no leap year`
		day = 28
	}
	return day
}

// Correct: inverted, simplified, with &3, with > 0, with <= 1582, nested.

func inverted(year int) bool { return year%4 != 0 || (year%100 == 0 && year%400 != 0) }

func simplified(year int) bool { return year%400 == 0 || (year%100 != 0 && year%4 == 0) }

func masked(year int) bool { return year&3 == 0 && (year%100 != 0 || year%400 == 0) }

func greater(year int) bool { return !(year%4 > 0) && (year%100 > 0 || year%400 == 0) }

func negatedHundred(year int) bool { return year%4 == 0 && (!(year%100 == 0) || year%400 == 0) }

func early(year int) bool {
	return year%4 == 0 && (year <= 1582 || year%100 != 0 || year%400 == 0)
}

func nested(year int) bool {
	if year%4 == 0 {
		if year%100 == 0 {
			if year%400 == 0 {
				return true
			}
			return false
		}
		return true
	}
	return false
}

type stamp struct{ at time.Time }

func (s stamp) GetYear() int { return s.at.Year() }

func method(s stamp) bool {
	return s.GetYear()%4 == 0 && (s.GetYear()%100 != 0 || s.GetYear()%400 == 0)
}

// Arrays of days: 365 alone, 366, 365 beside 366.

var (
	days       [365]int
	leapDays   [366]int
	normalYear [365]int
)

func visit(t time.Time) {
	days[t.YearDay()-1]++ // want `days\[t.YearDay\(\) - 1\] is out of range on 31 December 2028: index 365, length 365`
}

func visitLeap(t time.Time) { leapDays[t.YearDay()-1]++ }

func visitEither(t time.Time, leap bool) {
	if t.YearDay() > 365 {
		leapDays[t.YearDay()-1]++
		return
	}
	normalYear[t.YearDay()-1]++
}
