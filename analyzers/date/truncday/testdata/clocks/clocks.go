// Package clocks takes the time from clocks.
package clocks

import (
	"time"

	"example.com/truncday/tellers"
)

func exported(c tellers.Clock) int {
	return c.Now().Truncate(24 * time.Hour).Day() // want `c\.Now\(\)\.Truncate\(24 \* time\.Hour\) at 07:30 on 15 January 2026 in New York is 19:00 on 14 January, not midnight`
}

func method(c tellers.Real) int {
	return c.Now().Truncate(24 * time.Hour).Day() // want `c\.Now\(\)\.Truncate\(24 \* time\.Hour\) at 07:30 on 15 January 2026 in New York is 19:00 on 14 January, not midnight`
}

type clock interface{ present() time.Time }

type wall struct{}

func (wall) present() time.Time { return time.Now() }

func own(c clock) int {
	return c.present().Truncate(24 * time.Hour).Day() // want `c\.present\(\)\.Truncate\(24 \* time\.Hour\) at 07:30 on 15 January 2026 in New York is 19:00 on 14 January, not midnight`
}

func now() time.Time { return time.Now() }

func function() int {
	return now().Truncate(24 * time.Hour).Day() // want `now\(\)\.Truncate\(24 \* time\.Hour\) at 07:30 on 15 January 2026 in New York is 19:00 on 14 January, not midnight`
}

// Below: nothing to report.

func utc(c tellers.UTCClock) int { return c.Present().Truncate(24 * time.Hour).Day() }

func settable(c tellers.Settable) int { return c.Current().Truncate(24 * time.Hour).Day() }

type unimplemented interface{ Now() time.Time }

func unknown(c unimplemented) int { return c.Now().Truncate(24 * time.Hour).Day() }
