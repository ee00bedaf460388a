// Package date has months and calls of Date, and moves no time.
package date

import "time"

func at(s string) time.Time {
	t, _ := time.Parse(time.Stamp, s)
	now := time.Now()
	return time.Date(now.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC) // want `turns "Dec 31 17:48:39", read on 1 January 2027, into 31 December 2027`
}
