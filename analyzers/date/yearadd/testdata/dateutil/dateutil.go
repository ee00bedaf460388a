// Package dateutil makes and takes apart dates for its importers.
package dateutil

import "time"

// New is time.Date for days.
func New(year int, month time.Month, day int) time.Time {
	return time.Date(year, month, day, 0, 0, 0, 0, time.UTC)
}

// Parse parses a day.
func Parse(s string) (time.Time, error) { return time.Parse("2006-01-02", s) }

// NextYear returns the year after that of t.
func NextYear(t time.Time) int { return t.Year() + 1 }

// IsLeap reports whether a year is a leap year.
func IsLeap(year int) bool {
	if year%100 == 0 {
		return year%400 == 0
	}
	return year&3 == 0
}

// DaysIn returns the number of days of a month.
func DaysIn(year int, month time.Month) int {
	switch month {
	case time.April, time.June, time.September, time.November:
		return 30
	case time.February:
		return februaryDays(year)
	}
	return 31
}

func februaryDays(year int) int {
	if IsLeap(year) {
		return 29
	}
	return 28
}

// Clamp returns the day, or the last day of its month if that is earlier.
func Clamp(year int, month time.Month, day int) int {
	return min(day, DaysIn(year, month))
}

// FirstOfMonth returns the first day of the month of t.
func FirstOfMonth(t time.Time) time.Time {
	y, m, _ := t.Date()
	return time.Date(y, m, 1, 0, 0, 0, 0, t.Location())
}

// A Day is a day without a clock.
type Day struct {
	Year  int
	Month time.Month
	Day   int
}

// DayOf returns the day of t.
func DayOf(t time.Time) Day {
	var d Day
	d.Year, d.Month, d.Day = t.Date()
	return d
}

// Time returns midnight of the day.
func (d Day) Time() time.Time { return New(d.Year, d.Month, d.Day) }

// Valid reports whether the day exists.
func (d Day) Valid() bool { return DayOf(d.Time()) == d }

// Set sets a date, or fails.
func Set(t *time.Time, s string) (err error) {
	*t, err = Parse(s)
	return err
}
