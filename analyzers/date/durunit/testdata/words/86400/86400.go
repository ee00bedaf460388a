// Package n86400 is looked at for one word.
package n86400

import "time"

func count(d time.Duration) int {
	years := int(d / 86400) // want `taken for a number of years in years`
	return years
}
