// Package intests is what the tests test.
package intests

import "time"

// Month is the first of a month of some year.
func Month(year int, month time.Month) time.Time {
	return time.Date(year, month, 1, 0, 0, 0, 0, time.UTC)
}

func this() time.Time {
	return time.Date(time.Now().Year(), time.Now().Month(), 1, 0, 0, 0, 0, time.UTC) // want `read between 31 December 2026 and 1 January 2027, the 2 calls of time\.Now make January 2026`
}
