// Package exportedyears is looked at for one word.
package exportedyears

import "time"

type plan struct{ Years int }

func lifetime(p plan) time.Duration {
	return time.Duration(p.Years) * 52 * 7 * 24 * time.Hour // want `overflows for p.Years = 29`
}
