// Package numbers takes all parts at once.
package numbers

import "time"

func next(t time.Time) time.Time {
	y, m, d := t.Date()
	return time.Date(y+1, m, d, 0, 0, 0, 0, time.UTC) // want `gives 1 March 2029`
}
