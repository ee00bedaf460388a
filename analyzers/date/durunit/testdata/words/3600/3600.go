// Package n3600 is looked at for one word.
package n3600

import "time"

func count(d time.Duration) int {
	years := int(d / 3600) // want `taken for a number of years in years`
	return years
}
