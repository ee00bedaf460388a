// Package n365 is looked at for one word.
package n365

import "time"

func lifetime(n int) time.Duration {
	return time.Duration(n) * 365 * 24 * time.Hour // want `overflows for n = 29`
}
