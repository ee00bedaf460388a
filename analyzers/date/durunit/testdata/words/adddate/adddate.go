// Package adddate is looked at for one word.
package adddate

import "time"

func end(t time.Time, d time.Duration) time.Time {
	return t.AddDate(0, 0, int(d/24)) // want `taken for a number of days by AddDate`
}
