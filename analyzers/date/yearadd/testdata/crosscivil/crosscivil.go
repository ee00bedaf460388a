// Package crosscivil uses the dates of another package.
package crosscivil

import (
	"time"

	"example.com/yearadd/civildate"
)

func constructor(t time.Time) civildate.Date {
	return civildate.New(t.Year()+1, t.Month(), t.Day()) // want `civildate\.New\(t\.Year\(\) \+ 1, t\.Month\(\), t\.Day\(\)\) on 29 February 2028 is 29 February 2029, which does not exist`
}

func field(t time.Time) civildate.Date {
	d := civildate.Of(t)
	d.Year++ // want `d\.Year\+\+ on 29 February 2028 is 29 February 2029`
	return d
}

func text(t time.Time) string {
	return civildate.New(t.Year()+1, t.Month(), t.Day()).String() // want `is 29 February 2029, which does not exist`
}

func shifted(t time.Time) time.Time {
	return civildate.New(t.Year()+1, t.Month(), t.Day()).In(time.UTC) // want `gives 1 March 2029`
}

func valid(t time.Time) civildate.Date {
	d := civildate.New(t.Year()+1, t.Month(), t.Day())
	if !d.Valid() {
		d.Day--
	}
	return d
}
