// Package adddateadd compares a year with days by an operator.
package adddateadd

import "time"

func same(t time.Time) bool {
	return t.AddDate(1, 0, 0) == t.Add(365*24*time.Hour) // want `on 1 March 2027 is 366 days later, and it is compared with 365 days`
}
