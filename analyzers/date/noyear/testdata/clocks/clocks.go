// Package clocks gets the present from a clock.
package clocks

import "time"

type clock interface{ Now() time.Time }

type reader struct{ clock clock }

func (r reader) at(s string) time.Time {
	t, _ := time.Parse(time.Stamp, s)
	return t.AddDate(r.clock.Now().Year(), 0, 0) // want `turns "Dec 31 17:48:39", read on 1 January 2027, into 31 December 2027`
}

func at(s string, now time.Time) time.Time {
	t, _ := time.Parse(time.Stamp, s)
	return t.AddDate(now.UTC().Year(), 0, 0) // want `turns "Dec 31 17:48:39", read on 1 January 2027, into 31 December 2027`
}
