// Package labels names months and days of moved dates in several texts that
// belong together, or of which none tells February from March.
package labels

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// The day is named along.

func path(t time.Time) string {
	r := t.AddDate(-1, 0, 0)
	return filepath.Join("data", r.Format("2006"), r.Format("01"), r.Format("02"))
}

func number(t time.Time) string {
	r := t.AddDate(-1, 0, 0)
	return fmt.Sprintf("%d %s", r.Day(), r.Format("January 2006"))
}

func sum(t time.Time) string {
	r := t.AddDate(-1, 0, 0)
	return "data/" + r.Format("2006/01") + "/" + r.Format("02") + ".log"
}

func steps(t time.Time) (s string) {
	r := t.AddDate(-1, 0, 0)
	s = r.Format("Jan")
	s += fmt.Sprint(r.Day())
	return s
}

func builder(t time.Time) string {
	r := t.AddDate(-1, 0, 0)
	var b strings.Builder
	b.WriteString(r.Format("Jan"))
	fmt.Fprintf(&b, " %d", r.Day())
	return b.String()
}

type date struct {
	year, day int
	month     string
}

func fields(t time.Time) date {
	r := t.AddDate(-1, 0, 0)
	return date{r.Year(), r.Day(), r.Format("Jan")}
}

func array(t time.Time) [2]string {
	r := t.AddDate(1, 0, 0)
	return [2]string{r.Format("2006-01"), r.Format("02")}
}

func twice(t time.Time) string {
	return t.AddDate(1, 0, 0).Format("Jan 2") + ", " + t.AddDate(1, 0, 0).Format("2006")
}

// It is not.

func other(t time.Time) string {
	r := t.AddDate(-1, 0, 0) // want `"2006/01" names the wrong month`
	return r.Format("2006/01") + "/" + t.Format("02")
}

func apart(t time.Time) (string, string) {
	r := t.AddDate(-1, 0, 0) // want `"2006-01" names the wrong month`
	return "report " + r.Format("2006-01"), "until " + r.Format("02")
}

func keyed(t time.Time) string {
	r := t.AddDate(-1, 0, 0) // want `"01" names the wrong month`
	return fmt.Sprintf("%d-%s", r.Year(), r.Format("01"))
}

// February and March are of one quarter.

func third(t time.Time) int { return (int(t.AddDate(-1, 0, 0).Month())-1)/3 + 1 }

func named(t time.Time) string {
	p := t.AddDate(-1, 0, 0)
	return fmt.Sprintf("%d-Q%d", p.Year(), (p.Month()+2)/3)
}

func floor(t time.Time) time.Time {
	y, m, _ := t.AddDate(-1, 0, 0).Date()
	return time.Date(y, (m-1)/3*3+1, 1, 0, 0, 0, 0, time.UTC)
}

func summer(t time.Time) bool {
	return slices.Contains([]time.Month{6, 7, 8}, t.AddDate(-1, 0, 0).Month())
}

func winter(t time.Time) bool {
	return slices.Contains([]time.Month{12, 1, 2}, t.AddDate(-1, 0, 0).Month()) // want `Month names the wrong month`
}

func half(t time.Time) int {
	m := t.AddDate(-1, 0, 0).Month() // want `Month names the wrong month`
	return int(m+3) / 6
}

// The code looks whether the day is still there.

func clamped(t time.Time) time.Time {
	r := t.AddDate(1, 0, 0)
	if r.Format("01-02") != t.Format("01-02") {
		r = r.AddDate(0, 0, -1)
	}
	return r
}

func same(t time.Time) bool { return t.AddDate(1, 0, 0).Format("0102") == t.Format("0102") }
