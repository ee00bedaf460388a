// Package cross asks another package.
package cross

import "example.com/leaprule/helper"

func days(year, month int) int { // want `days\(1900, 2\) is 29, but February 1900 has 28 days`
	if month == 2 && helper.IsLeap(year) {
		return 29
	}
	return [12]int{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31}[month-1]
}

func right(year, month int) int {
	if month == 2 && helper.IsLeapYear(year) {
		return 29
	}
	return [12]int{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31}[month-1]
}
