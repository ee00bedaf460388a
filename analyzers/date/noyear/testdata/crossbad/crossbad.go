// Package crossbad gets its times from another package.
package crossbad

import (
	"time"

	"example.com/noyear/parse"
)

func at(s string) (time.Time, error) {
	t, err := parse.Stamp(s)
	if err != nil {
		return t, err
	}
	return t.AddDate(time.Now().Year(), 0, 0), nil // want `turns 31 December, read on 1 January 2027, into 31 December 2027`
}

func own(s string) (time.Time, error) { return time.Parse(time.Stamp, s) }

func helper(s string) (time.Time, error) {
	t, err := own(s)
	now := time.Now()
	return time.Date(now.Year(), t.Month(), t.Day(), t.Hour(), t.Minute(), t.Second(), 0, time.UTC), err // want `turns "Dec 31 17:48:39", read on 1 January 2027, into 31 December 2027`
}
