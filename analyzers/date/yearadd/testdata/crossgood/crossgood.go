// Package crossgood adds years with guards of other packages.
package crossgood

import (
	"time"

	"example.com/yearadd/dateutil"
	"example.com/yearadd/wrap"
)

func leap(t time.Time) time.Time {
	y, m, d := t.Date()
	if m == time.February && d == 29 && !dateutil.IsLeap(y+1) {
		d--
	}
	return dateutil.New(y+1, m, d)
}

func clamp(t time.Time) time.Time {
	y, m, d := t.Date()
	return wrap.Midnight(y+1, int(m), dateutil.Clamp(y+1, m, d))
}

func anchored(t time.Time) time.Time {
	t = dateutil.FirstOfMonth(t)
	return dateutil.New(t.Year()+1, t.Month(), t.Day())
}

func valid(t time.Time) (time.Time, bool) {
	d := dateutil.DayOf(t)
	d.Year++
	if !d.Valid() {
		return time.Time{}, false
	}
	return d.Time(), true
}

func sameYear(t time.Time) time.Time { return dateutil.DayOf(t).Time() }
