// Package starts adds constants to the starts of months and years.
package starts

import "time"

type unit time.Duration

const (
	day   unit = unit(24 * time.Hour)
	MONTH      = 30 * day
	YEAR       = 365 * day
	Month      = 30 * 24 * time.Hour
)

type date struct{ time.Time }

func (d date) StartOfMonth() date { return date{d.AddDate(0, 0, 1-d.Day())} }
func (d date) StartOfYear() date  { return d.StartOfMonth() }
func (d date) StartOfDay() date   { return d }

func (d date) Add(n int, u unit) date { return date{d.Time.Add(time.Duration(n) * time.Duration(u))} }

func (d date) Ends(n int) []date {
	return []date{
		d.StartOfMonth().Add(1, MONTH), // want `d.StartOfMonth\(\).Add\(1, MONTH\) adds 1 times 30 days: from 2026-01-01 that is 2026-01-31, not 2026-02-01`
		d.StartOfYear().Add(3, MONTH),  // want `from 2028-01-01 that is 2028-03-31, not 2028-04-01`
		d.StartOfYear().Add(1, YEAR),   // want `adds 1 times 365 days: from 2028-01-01 that is 2028-12-31, not 2029-01-01`
		d.StartOfYear().Add(2, day),
		d.StartOfYear().Add(n, MONTH),
		d.StartOfDay().Add(1, MONTH),
		d.Add(1, MONTH),
	}
}

func StartOfMonth(t time.Time) time.Time { return t.AddDate(0, 0, 1-t.Day()) }

func Next(t time.Time) (time.Time, time.Time) {
	return StartOfMonth(t).Add(Month), // want `adds 1 times 30 days: from 2026-01-01`
		StartOfMonth(t).Add(32 * 24 * time.Hour)
}
