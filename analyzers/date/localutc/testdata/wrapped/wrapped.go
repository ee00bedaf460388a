// Package wrapped has a type of times in any location.
package wrapped

import "time"

// A Stamp is a time in some location.
type Stamp struct{ time.Time }

// Now is the present.
func Now() *Stamp { return wrap(time.Now()) }

func wrap(t time.Time) *Stamp { return &Stamp{t} }

// StartOfDay keeps the location.
func (s *Stamp) StartOfDay() *Stamp {
	return wrap(time.Date(s.Year(), s.Month(), s.Day(), 0, 0, 0, 0, s.Location()))
}

// FirstOfMonth loses it.
func (s *Stamp) FirstOfMonth() *Stamp {
	return wrap(time.Date(s.Year(), s.Month(), 1, 0, 0, 0, 0, time.UTC)) // want `time.Date\(s.Year\(\), s.Month\(\), 1, ...\) on 15 January 2026 in New York gives a time in UTC, where StartOfDay keeps the location`
}

// LastOfMonth loses it too.
func (s Stamp) LastOfMonth() Stamp {
	return Stamp{time.Date(s.Year(), s.Month()+1, 0, 0, 0, 0, 0, time.UTC)} // other parts than year and month
}

// DateUTC says so.
func (s *Stamp) DateUTC() *Stamp {
	return wrap(time.Date(s.Year(), s.Month(), s.Day(), 0, 0, 0, 0, time.UTC))
}

// DaysInMonth only counts.
func (s *Stamp) DaysInMonth() int {
	return time.Date(s.Year(), s.Month(), 31, 0, 0, 0, 0, time.UTC).Day()
}
