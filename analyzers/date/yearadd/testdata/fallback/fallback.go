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
