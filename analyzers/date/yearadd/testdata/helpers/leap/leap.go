// Package leap knows the rule of the calendar.
package leap

// Is reports whether a year is a leap year.
func Is(year int) bool {
	return year%4 == 0 && (year%100 != 0 || year%400 == 0)
}
