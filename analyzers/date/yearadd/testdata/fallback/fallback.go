// Package fallback makes another date where the first one fails.
package fallback

import (
	"fmt"
	"time"
)

func parsed(t time.Time) time.Time {
	next, err := time.Parse(time.DateOnly, fmt.Sprintf("%d-%02d-%02d", t.Year()+1, t.Month(), t.Day()))
	if err != nil {
		next = time.Date(t.Year()+1, time.March, 1, 0, 0, 0, 0, time.UTC)
	}
	return next
}

func counted(t time.Time) (next time.Time, err error) {
	for day := t.Day(); day > 27; day-- {
		next, err = time.Parse(time.DateOnly, fmt.Sprintf("%d-%02d-%02d", t.Year()+1, t.Month(), day))
		if err == nil {
			break
		}
	}
	return next, err
}

func countedYears(t time.Time) (out []time.Time, err error) {
	for years := 5; years > 0; years-- {
		next, err := time.Parse(time.DateOnly, fmt.Sprintf("%d-%02d-%02d", t.Year()+years, t.Month(), t.Day())) // want `is "2033-02-29", which time.Parse rejects`
		if err != nil {
			return nil, err
		}
		out = append(out, next)
	}
	return out, nil
}

func checked(t time.Time) time.Time {
	next := time.Date(t.Year()+1, t.Month(), t.Day(), 0, 0, 0, 0, time.UTC)
	if !sameMonth(t, next) {
		return next.AddDate(0, 0, -1)
	}
	return next
}

func sameMonth(a, b time.Time) bool { return a.Month() == b.Month() }

func stored(t time.Time, save func(time.Time) error) error {
	next := time.Date(t.Year()+1, t.Month(), t.Day(), 0, 0, 0, 0, time.UTC) // want `gives 1 March 2029`
	if err := save(next); err != nil {
		return err
	}
	return keep(next)
}

func keep(t time.Time) error {
	if t.IsZero() {
		return fmt.Errorf("no date")
	}
	return nil
}
