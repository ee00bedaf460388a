// Package generics reads lines of any type.
package generics

import "time"

type text interface{ ~string | ~[]byte }

func at[T text](line T) time.Time {
	t, _ := time.Parse(time.Stamp, string(line))
	return t.AddDate(time.Now().Year(), 0, 0) // want `turns "Dec 31 17:48:39", read on 1 January 2027, into 31 December 2027`
}

var first, second = at("Jan _2 15:04:05"), at([]byte("Feb _2 15:04:05"))
