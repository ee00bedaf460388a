// Package bad names the month of a date that was moved by months.
package bad

import (
	"fmt"
	"time"
)

func format() string {
	last := time.Now().AddDate(0, -1, 0) // want `time\.Now\(\)\.AddDate\(0, -1, 0\) on 31 March 2026 gives 3 March, so "Jan 2006" names the wrong month`
	return last.Format("Jan 2006")
}

func named(t time.Time) time.Month {
	return t.AddDate(0, 1, 0).Month() // want `t\.AddDate\(0, 1, 0\) on 31 January 2026 gives 3 March, so Month names the wrong month`
}

func fields() time.Time {
	p := time.Now().AddDate(0, -3, 0)                                // want `on 31 May 2026 gives 3 March, so Month names the wrong month`
	return time.Date(p.Year(), p.Month(), 1, 0, 0, 0, 0, time.Local) // as in a start of a quarter
}

func results() string {
	y, m, _ := time.Now().UTC().AddDate(0, -1, 0).Date() // want `time\.Now\(\)\.UTC\(\)\.AddDate\(0, -1, 0\) on 31 March 2026 gives 3 March, so Date names the wrong month`
	return fmt.Sprintf("%d/%d", y, m)
}

func tooLate(t time.Time) time.Time {
	next := t.AddDate(0, 1, 0) // want `t\.AddDate\(0, 1, 0\) on 31 January 2026 gives 3 March, so the first of the month names the wrong month`
	return next.AddDate(0, 0, -next.Day()+1)
}

func helper() string {
	return label(time.Now().AddDate(0, -1, 0)) // want `so "200601" names the wrong month`
}

func label(t time.Time) string { return t.Format("200601") }

func previous() time.Time {
	return time.Now().AddDate(0, -1, 0) // want `so "2006-01" names the wrong month`
}

func usesPrevious() string { return previous().Format("2006-01") }

func unknown(n int) string {
	return time.Now().AddDate(0, -n, 0).Format("2006-01") // want `time\.Now\(\)\.AddDate\(0, -n, 0\) on 31 March 2026 gives 3 March where -n is -1, so "2006-01" names the wrong month`
}

func loop() (months []string) {
	for t := time.Now(); len(months) < 12; t = t.AddDate(0, 1, 0) { // want `t\.AddDate\(0, 1, 0\) on 31 January 2026 gives 3 March, so "Jan" names the wrong month`
		months = append(months, t.Format("Jan"))
	}
	return months
}

func closure() func() string {
	t := time.Now().AddDate(0, -1, 0) // want `so "2006-01" names the wrong month`
	return func() string { return t.Format("2006-01") }
}

func date(t time.Time) string {
	last := time.Date(t.Year(), t.Month()-1, t.Day(), 0, 0, 0, 0, time.UTC) // want `time\.Date\(t\.Year\(\), t\.Month\(\) - 1, t\.Day\(\), \.\.\.\) on 31 March 2026 gives 3 March, so "2006-01" names the wrong month`
	return last.Format("2006-01")
}

func parsed(s string) (string, error) {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return "", err
	}
	return t.AddDate(0, 1, 0).Format("2006-01"), nil // want `on 31 January 2026 gives 3 March`
}

type clock interface{ Now() time.Time }

func fromClock(c clock) string {
	return c.Now().AddDate(0, -1, 0).Format("2006-01") // want `c\.Now\(\)\.AddDate\(0, -1, 0\) on 31 March 2026 gives 3 March`
}
