// Package n8760 is looked at for one word.
package n8760

import "time"

func lifetime(n int) time.Duration {
	return time.Duration(n) * 8760 * time.Hour // want `overflows for n = 293`
}
