// Package dates helps other packages.
package dates

import (
	"fmt"
	"time"
)

// Key returns the key of a month.
func Key(year, month int) string { // want Key:`DateWriter\[0 1\]`
	return fmt.Sprintf("%d-%02d", year, month)
}

// Label returns the key of a month, which may be out of range.
func Label(year, month int) string {
	if month == 0 {
		year, month = year-1, 12
	}
	return fmt.Sprintf("%d-%02d", year, month)
}

// First returns the first of a month, which may be out of range.
func First(year int, month time.Month) time.Time {
	return time.Date(year, month, 1, 0, 0, 0, 0, time.UTC)
}

// Previous returns the month before, or 0.
func Previous(t time.Time) int { return int(t.Month()) - 1 } // want Previous:`ShiftedField\(month-1\)`
