// Package dates helps other packages.
package dates

import "time"

// FirstOfMonth returns the first of the month, at the same time of day.
func FirstOfMonth(t time.Time) time.Time { // want FirstOfMonth:`KeepsClock\(0, 0\)`
	return t.AddDate(0, 0, 1-t.Day())
}

// A Calendar has a first day of the month.
type Calendar struct{}

// Next returns the first of the month that follows.
func (Calendar) Next(t time.Time) time.Time { return FirstOfMonth(t).AddDate(0, 1, 0) }

// Start returns the first of the month of the day of t in UTC.
func (c *Calendar) Start(t time.Time) time.Time { // want Start:`KeepsClock\(1, 0\)`
	return FirstOfMonth(t.UTC())
}

// Midnight returns the first moment of the month.
func Midnight(t time.Time) time.Time {
	return time.Date(t.Year(), t.Month(), 1, 0, 0, 0, 0, t.Location())
}
