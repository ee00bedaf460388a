// Package n366 is looked at for one word.
package n366

import "time"

func lifetime(n int) time.Duration {
	return time.Duration(n) * 366 * 24 * time.Hour // want `overflows for n = 29`
}
