// Package edge has methods of the same names, zero times and loops.
package edge

import "time"

type date struct{}

func (date) Year() int                  { return 2027 }
func (date) Now() time.Time             { return time.Time{} }
func (d date) AddDate(y, m, n int) date { return d }

func other(d date) date { return d.AddDate(d.Year(), 0, 0) }

func zero() time.Time { return time.Time{}.AddDate(time.Now().Year(), 0, 0) }

func loop(t time.Time) time.Time {
	for range 3 {
		t = t.AddDate(t.Year(), 0, 0)
	}
	return t
}

// The year is kept where the text has one.
func either(layout, s string) time.Time {
	t, _ := time.Parse(layout, s)
	if t.Year() != 0 {
		return t
	}
	now := time.Now()
	return time.Date(now.Year(), t.Month(), t.Day(), t.Hour(), 0, 0, 0, time.UTC) // want `turns 31 December, read on 1 January 2027, into 31 December 2027`
}

func recursive(s string, n int) (time.Time, error) {
	if n > 0 {
		return recursive(s, n-1)
	}
	t, err := recursive(s, n)
	return t.AddDate(time.Now().Year(), 0, 0), err // want `turns 31 December, read on 1 January 2027, into 31 December 2027`
}
