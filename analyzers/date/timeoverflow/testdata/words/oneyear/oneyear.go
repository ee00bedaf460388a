// Package oneyear is looked at for one word.
package oneyear

import "time"

func lifetime(year int) time.Duration {
	return time.Duration(year) * 52 * 7 * 24 * time.Hour // want `overflows for year = 29`
}
