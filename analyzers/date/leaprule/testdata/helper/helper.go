// Package helper knows some leap years.
package helper

// IsLeap has one term too few.
func IsLeap(year int) bool {
	return year%4 == 0 || year%400 == 0 // want `IsLeap\(1900\) is true, but 1900 is no leap year`
}

// IsLeapYear is right.
func IsLeapYear(year int) bool { return year%4 == 0 && (year%100 != 0 || year%400 == 0) }
