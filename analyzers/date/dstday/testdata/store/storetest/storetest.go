// Package storetest makes what tests of users of package store want.
package storetest

import "time"

// Stamps yields one time of each day that ends before the given one.
func Stamps(end time.Time, days int) (out []time.Time) {
	start := time.Date(end.Year(), end.Month(), end.Day()-days, 0, 0, 0, 0, end.Location())
	for i := range days {
		out = append(out, start.Add(24*time.Hour*time.Duration(i)))
	}
	return out
}
