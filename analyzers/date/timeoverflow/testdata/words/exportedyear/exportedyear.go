// Package exportedyear is looked at for one word.
package exportedyear

import "time"

const Year = 52 * 7 * 24 * time.Hour

func lifetime(n int) time.Duration {
	return time.Duration(n) * Year // want `overflows for n = 29`
}
