// Package api is what its module is for.
package api

import "time"

// NextDay returns the midnight after t, in the location of t.
func NextDay(t time.Time) time.Time {
	t = t.Add(24 * time.Hour) // want `at 23:30 on 7 March 2026 in New York gives 00:30 on 9 March, so Date is a day off`
	year, month, day := t.Date()
	return time.Date(year, month, day, 0, 0, 0, 0, t.Location())
}
