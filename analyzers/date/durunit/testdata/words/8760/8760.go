// Package n8760 is looked at for one word.
package n8760

import "time"

func count(d time.Duration) int {
	years := int(d / 8760) // want `taken for a number of years in years`
	return years
}
