// Package plausible adds numbers to years that are no numbers of years.
package plausible

import "time"

var thisYear func() int

func rebased(t time.Time) time.Time {
	return time.Date(t.Year()+thisYear()-2023, t.Month(), t.Day(), 0, 0, 0, 0, time.UTC) // want `for 2024 as the number in it on 29 February 2028 gives 1 March 2029`
}

func counted(t time.Time) time.Time {
	return time.Date(t.Year()-2000, t.Month(), t.Day(), 0, 0, 0, 0, time.UTC)
}

func added(t time.Time, n int) time.Time {
	return time.Date(t.Year()+n, t.Month(), t.Day(), 0, 0, 0, 0, time.UTC) // want `for 1 as the number of years on 29 February 2028 gives 1 March 2029`
}

func scaled(t time.Time, n int) time.Time {
	return time.Date((t.Year()+n)*10000, t.Month(), t.Day(), 0, 0, 0, 0, time.UTC)
}
