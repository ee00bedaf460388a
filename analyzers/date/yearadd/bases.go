package yearadd

import (
	"time"

	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/calendar"
	"github.com/leapguard/leapguard/internal/flow"
)

// A base is what is known of the date that years are added to: its year, month
// and day, 0 for what may be any.
type base struct{ year, month, day int }

// baseOf returns what is known of a date.
func (c *check) baseOf(v ssa.Value) base {
	call, ok := flow.Resolve(v).(*ssa.Call)
	if ok && flow.IsCallTo(call, "time.Date") {
		var n [3]int
		args := flow.Args(call)
		for i := range n {
			if value, ok := c.dates.Integer(args[i]); ok {
				n[i] = int(value)
			}
		}
		return base{n[0], n[1], n[2]}
	}
	switch at := c.dates.Moment(v); at.Day {
	case calendar.FirstDay:
		return base{day: 1}
	case calendar.EarlyDay:
		return base{day: 28}
	default:
		return base{day: at.Number}
	}
}

// anniversary reports whether the date is one day of any year: what is found of
// it then is found of the year.
func (b base) anniversary() bool { return b.year == 0 && b.month != 0 && b.day != 0 }

// inDays returns the first date of 2026 or later, if it may be any, on which a
// number of years is not the number of days that is meant to be the same;
// differs is false if that is not meant.
func (b base) inDays(years, days int) (from calendar.Date, took int, differs bool) {
	if days == 0 || abs(days-365*years) > abs(years)/4+1 || b.anniversary() {
		return from, 0, false
	}
	first, last := 2026, 2033
	if b.year != 0 {
		first, last = b.year, b.year
	}
	months := []time.Month{time.January, time.March}
	if b.month != 0 {
		months = []time.Month{time.Month(b.month)}
	}
	for y := first; y <= last; y++ {
		for _, m := range months {
			t := time.Date(y, m, max(b.day, 1), 0, 0, 0, 0, time.UTC)
			if took = daysIn(t, years); took != days {
				return calendar.DateOf(t), took, true
			}
		}
	}
	return from, 0, false
}

func daysIn(t time.Time, years int) int {
	return int(t.AddDate(years, 0, 0).Sub(t).Hours() / 24)
}

// leapDay returns the first 29 February of 2028 or later, if it may be any, from
// which the number of years leads to a year without one; ok is false if the
// date is none.
func (b base) leapDay(years int) (leap calendar.Date, ok bool) {
	year, ok := calendar.FailingLeapYear(years)
	if b.year != 0 {
		year, ok = b.year, calendar.IsLeap(b.year) && !calendar.IsLeap(b.year+years)
	}
	if b.month != 0 && b.month != int(time.February) || b.day != 0 && b.day != 29 {
		return leap, false
	}
	return calendar.LeapDay(year), ok
}

func abs(n int) int { return max(n, -n) }
