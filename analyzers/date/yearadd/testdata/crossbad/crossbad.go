// Package crossbad adds years with the help of other packages.
package crossbad

import (
	"fmt"
	"time"

	du "example.com/yearadd/dateutil"
	. "example.com/yearadd/wrap"
)

func direct(t time.Time) time.Time {
	return du.New(t.Year()+1, t.Month(), t.Day()) // want `du\.New\(t\.Year\(\) \+ 1, t\.Month\(\), t\.Day\(\)\) on 29 February 2028 gives 1 March 2029`
}

func twoAway(t time.Time) time.Time {
	y, m, d := t.Date()
	y += 3
	return Midnight(y, int(m), d) // want `Midnight\(y, int\(m\), d\) on 29 February 2028 gives 1 March 2031`
}

func parts(t time.Time) time.Time {
	return time.Date(du.NextYear(t), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC) // want `gives 1 March 2029`
}

func day(t time.Time) time.Time {
	d := du.DayOf(t)
	d.Year++
	return d.Time() // want `d\.Time\(\) on 29 February 2028 gives 1 March 2029`
}

func text(t time.Time) (time.Time, error) {
	return du.Parse(fmt.Sprintf("%d-%02d-%02d", t.Year()+1, t.Month(), t.Day())) // want `is "2029-02-29", which du.Parse rejects`
}

func clampedForOtherYear(t time.Time) time.Time {
	y, m, d := t.Date()
	d = du.Clamp(y, m, d)
	return du.New(y+1, m, d) // want `gives 1 March 2029`
}

func anniversary(t time.Time) time.Time { return Anniversary(t, 1) }
