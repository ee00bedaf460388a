// Package civil has the form of the library.
package civil

import "time"

// A Date is a date.
type Date struct {
	Year  int
	Month time.Month
	Day   int
}

func DateOf(t time.Time) Date                  { return Date{} }
func (d Date) In(loc *time.Location) time.Time { return time.Time{} }
func (d Date) AddDays(n int) Date              { return d }
func (d Date) AddMonths(n int) Date            { return d }
func (d Date) AddYears(n int) Date             { return d }
