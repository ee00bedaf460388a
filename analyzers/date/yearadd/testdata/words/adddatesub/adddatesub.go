// Package adddatesub compares the length of a year with days.
package adddatesub

import "time"

func common(t time.Time) bool {
	return t.AddDate(1, 0, 0).Sub(t) == 365*24*time.Hour // want `on 1 March 2027 is 366 days later, and it is compared with 365 days`
}
