// Package starts goes back by years to where a range begins, and to days that
// are meant as such.
package starts

import (
	"database/sql"
	"fmt"
	"time"
)

func yearBefore(t time.Time) time.Time {
	return time.Date(t.Year()-1, t.Month(), t.Day(), 0, 0, 0, 0, time.UTC)
}

func recent(times []time.Time) (out []time.Time) {
	limit := yearBefore(time.Now())
	for _, t := range times {
		if t.After(limit) {
			out = append(out, t)
		}
	}
	return out
}

func query(db *sql.DB, now time.Time) (*sql.Rows, error) {
	start := time.Date(now.Year()-1, now.Month(), now.Day(), 0, 0, 0, 0, now.Location())
	return db.Query("SELECT * FROM orders WHERE at BETWEEN ? AND ?", start, now)
}

// Range yields a year up to now.
func Range(now time.Time) (from, to time.Time) {
	y, m, d := now.Date()
	return time.Date(y-1, m, d, 0, 0, 0, 0, time.UTC), now
}

type filter struct{ from, to int64 }

type window struct{ from, to time.Time }

func (w window) contains(t time.Time) bool { return !t.Before(w.from) && t.Before(w.to) }

func lastYear(now time.Time) (window, filter) {
	from := time.Date(now.Year()-1, now.Month(), now.Day(), 0, 0, 0, 0, time.UTC)
	return window{from, now}, filter{from.Unix(), now.Unix()}
}

func trend(text string) (weeks int) {
	now := time.Now()
	start := time.Date(now.Year()-1, now.Month(), now.Day(), 0, 0, 0, 0, time.UTC)
	if parsed, err := time.Parse(time.DateOnly, text); err == nil {
		start = parsed
	}
	for t := time.Date(start.Year(), start.Month(), 1, 0, 0, 0, 0, time.UTC); t.Before(now); t = t.AddDate(0, 0, 7) {
		weeks++
	}
	return weeks
}

func name(now time.Time) string {
	start := time.Date(now.Year()-1, now.Month(), now.Day(), 0, 0, 0, 0, time.UTC) // want `gives 1 March 2027`
	return start.Format("January 2006")
}

func show(now time.Time) string {
	return fmt.Sprintf("since %v", time.Date(now.Year()-1, now.Month(), now.Day(), 0, 0, 0, 0, time.UTC)) // want `gives 1 March 2027`
}

func same(t, now time.Time) bool {
	return t.Equal(time.Date(now.Year()-1, now.Month(), now.Day(), 0, 0, 0, 0, time.UTC)) // want `gives 1 March 2027`
}

func days(now time.Time) bool {
	start := time.Date(now.Year()-1, now.Month(), now.Day(), 0, 0, 0, 0, time.UTC) // want `gives 1 March 2027`
	return now.Sub(start) > 365*24*time.Hour
}

// Anniversary is what callers use as they like.
func Anniversary(t time.Time) time.Time {
	return time.Date(t.Year()-1, t.Month(), t.Day(), 0, 0, 0, 0, time.UTC) // want `gives 1 March 2027`
}

func validUntil(db *sql.DB, now time.Time) (*sql.Rows, error) {
	end := time.Date(now.Year()+1, now.Month(), now.Day(), 0, 0, 0, 0, now.Location()) // want `gives 1 March 2029`
	return db.Query("SELECT * FROM orders WHERE at < ?", end)
}

var _ = []any{recent, query, lastYear, trend, name, show, same, days, validUntil}

// Months counts from a date that is given, or from a year ago.
func Months(from string, now time.Time) (map[string]int, error) {
	start := now.AddDate(-1, 0, 0)
	if from != "" {
		var err error
		if start, err = time.Parse(time.DateOnly, from); err != nil {
			return nil, err
		}
	}
	months := make(map[string]int)
	for at := start; at.Before(now); at = at.AddDate(0, 0, 1) {
		months[at.Format("2006-01")]++
	}
	return months, nil
}

// Until ends with a date that is given, or in a year.
func Until(to string, now time.Time) (string, error) {
	end := now.AddDate(1, 0, 0) // want `on 29 February 2028 gives 1 March 2029, so "2006-01" names the wrong month`
	if to != "" {
		var err error
		if end, err = time.Parse(time.DateOnly, to); err != nil {
			return "", err
		}
	}
	return end.Format("2006-01"), nil
}
