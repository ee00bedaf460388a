// Package n365 is looked at for one word.
package n365

import "time"

func count(d time.Duration) int {
	years := int(d / 365) // want `taken for a number of years in years`
	return years
}
