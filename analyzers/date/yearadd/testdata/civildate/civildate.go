// Package civildate is a date of its own, as some libraries have it.
package civildate

import (
	"fmt"
	"time"
)

// A Date is a day.
type Date struct {
	Year  int
	Month time.Month
	Day   int
}

// New makes a date.
func New(year int, month time.Month, day int) Date { return Date{year, month, day} }

// Of returns the date of a time.
func Of(t time.Time) Date {
	y, m, d := t.Date()
	return Date{y, m, d}
}

// Valid reports whether the date exists.
func (d Date) Valid() bool { return Of(d.In(time.UTC)) == d }

// In returns the midnight of a date.
func (d Date) In(loc *time.Location) time.Time {
	return time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, loc)
}

// String writes a date.
func (d Date) String() string { return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day) }
