// Package good moves dates by months without harm.
package good

import (
	"fmt"
	"time"
)

func anchored() string {
	now := time.Now()
	first := time.Date(now.Year(), now.Month(), 1, 0, 0, 0, 0, time.UTC)
	return first.AddDate(0, -1, 0).Format("2006-01")
}

func inOneCall(t time.Time) string {
	return t.AddDate(0, -1, -t.Day()+1).Format("2006-01")
}

func before(t time.Time) string {
	t = t.AddDate(0, 0, 1-t.Day())
	return t.AddDate(0, 1, 0).Format("2006-01")
}

func window(t time.Time) bool { return t.Before(time.Now().AddDate(0, -1, 0)) }

func wholeDate() string { return time.Now().AddDate(0, 1, 0).Format("2006-01-02") }

func printed() { fmt.Println(time.Now().AddDate(0, 1, 0)) }

func midnight(t time.Time) time.Time {
	n := t.AddDate(0, 1, 0)
	return time.Date(n.Year(), n.Month(), n.Day(), 0, 0, 0, 0, time.UTC)
}

func years(t time.Time) string { return t.AddDate(0, 12, 0).Format("2006-01") }

func days(t time.Time) string { return t.AddDate(0, 0, -1).Format("2006-01") }

func monthOnly(s string) (string, error) {
	t, err := time.Parse("2006-01", s)
	if err != nil {
		return "", err
	}
	return t.AddDate(0, 1, 0).Format("2006-01"), nil
}

// clamped sees that it got the month that it wanted.
func clamped(t time.Time) string {
	next := t.AddDate(0, 1, 0)
	if next.Month() != t.Month()%12+1 {
		next = next.AddDate(0, 0, -next.Day())
	}
	return next.Format("2006-01")
}

func checked(t time.Time) string {
	if t.Day() > 28 {
		return ""
	}
	return t.AddDate(0, 1, 0).Format("2006-01")
}

func loop() (months []string) {
	t := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)
	for ; len(months) < 12; t = t.AddDate(0, 1, 0) {
		months = append(months, t.Format("Jan"))
	}
	return months
}

// reset sets the first of the month before it steps.
func reset(t time.Time, want func(time.Month) bool) time.Time {
	added := false
	for !want(t.Month()) {
		if !added {
			added = true
			t = time.Date(t.Year(), t.Month(), 1, 0, 0, 0, 0, t.Location())
		}
		t = t.AddDate(0, 1, 0)
	}
	return t
}

// next is called with firsts only.
func next(t time.Time) string { return t.AddDate(0, 1, 0).Format("2006-01") }

func callsNext(year int) string {
	return next(time.Date(year, 4, 1, 0, 0, 0, 0, time.UTC))
}

// Month may be handed firsts only, as the name of its parameter says.
func Month(startOfMonth time.Time) string { return startOfMonth.AddDate(0, 1, 0).Format("2006-01") }

type invoice struct{ period time.Time }

func (i *invoice) next() string { return i.period.AddDate(0, 1, 0).Format("2006-01") }
