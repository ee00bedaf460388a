package reported

import (
	"fmt"
	"time"
)

func validity(now time.Time) (from, to time.Time, err error) {
	year, month, day := now.UTC().Date()
	from = time.Date(year, month, day, 0, 0, 0, 0, time.UTC)
	to, err = time.Parse(time.DateOnly, fmt.Sprintf("%d-%02d-%02d", year+1, month, day)) // want `fmt.Sprintf\("%d-%02d-%02d", year \+ 1, month, day\) on 29 February 2028 is "2029-02-29", which time.Parse rejects`
	return from, to, err
}

func renewal(start time.Time) time.Time {
	return time.Date(start.Year()+1, start.Month(), start.Day(), 0, 0, 0, 0, time.UTC) // want `time.Date\(start.Year\(\) \+ 1, start.Month\(\), start.Day\(\), ...\) on 29 February 2028 gives 1 March 2029`
}

type date struct {
	Year  int
	Month time.Month
	Day   int
}

func anniversary(d date) date {
	d.Year++ // want `d.Year\+\+ on 29 February 2028 is 29 February 2029, which does not exist`
	return d
}
