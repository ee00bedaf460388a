// Package inutc has a type of dates that are kept in UTC.
package inutc

import "time"

// A Date is midnight in UTC.
type Date struct{ time.Time }

// Today is the date of the place.
func Today() Date {
	y, m, d := time.Now().Date()
	return Date{time.Date(y, m, d, 0, 0, 0, 0, time.UTC)}
}

// FirstOfMonth is a date as well.
func (d Date) FirstOfMonth() Date {
	return Date{time.Date(d.Year(), d.Month(), 1, 0, 0, 0, 0, time.UTC)}
}

// In is the midnight of a location.
func (d Date) In(loc *time.Location) time.Time {
	return time.Date(d.Year(), d.Month(), d.Day(), 0, 0, 0, 0, loc)
}
