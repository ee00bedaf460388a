// Package manyyears is looked at for one word.
package manyyears

import "time"

func lifetime(years int) time.Duration {
	return time.Duration(years) * 52 * 7 * 24 * time.Hour // want `overflows for years = 29`
}
