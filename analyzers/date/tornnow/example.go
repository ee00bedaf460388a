package tornnow

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/leapguard/leapguard/internal/calendar/layout"
)

// newYear is a moment at which every part of a date and of a clock changes.
var newYear = time.Date(2027, time.January, 1, 0, 0, 0, 0, time.UTC)

// example returns the last second before reads go wrong and the first second
// after, and what the reads make if only the first of them comes before.
func example(reads []read) (before, after, made string) {
	var all layout.Set
	for _, r := range reads {
		all |= r.fields
	}
	last := newYear.Add(-time.Second)
	before, after = last.Format("2 January 2006"), newYear.Format("2 January 2006")
	if !all.Has(layout.Year, layout.Month, layout.Weekday, layout.Day, layout.YearDay) {
		before, after = last.Format(time.TimeOnly), newYear.Format(time.TimeOnly)
	}
	values := make(map[string]string)
	var others []string
	for i, r := range reads {
		t := newYear
		if i == 0 {
			t = last
		}
		value := r.value(r.moves(t))
		if _, again := values[r.method]; again || r.method == "Format" {
			others = append(others, value)
		} else {
			values[r.method] = value
		}
	}
	return before, after, render(values, others)
}

// value returns what a read yields at t, as text.
func (r read) value(t time.Time) string {
	switch r.method {
	case "Year":
		return strconv.Itoa(t.Year())
	case "Month":
		return t.Month().String()
	case "Weekday":
		return t.Weekday().String()
	case "Day":
		return strconv.Itoa(t.Day())
	case "YearDay":
		return "day " + strconv.Itoa(t.YearDay())
	case "Hour":
		return fmt.Sprintf("%02d", t.Hour())
	case "Minute":
		return fmt.Sprintf("%02d", t.Minute())
	case "Second":
		return fmt.Sprintf("%02d", t.Second())
	}
	return strconv.Quote(t.Format(r.layout))
}

// render writes parts as a date and a clock, with others behind them.
func render(values map[string]string, others []string) string {
	var words, clock []string
	for _, method := range []string{"Weekday", "YearDay", "Day", "Month", "Year"} {
		if v, ok := values[method]; ok {
			words = append(words, v)
		}
	}
	for _, method := range []string{"Hour", "Minute", "Second"} {
		if v, ok := values[method]; ok {
			clock = append(clock, v)
		}
	}
	if len(clock) == 1 {
		words = append(words, clockUnit(values), clock[0])
	} else if len(clock) > 1 {
		words = append(words, strings.Join(clock, ":"))
	}
	if len(words) > 0 {
		others = append([]string{strings.Join(words, " ")}, others...)
	}
	return strings.Join(others, " and ")
}

// clockUnit names the only unit of a clock among parts.
func clockUnit(values map[string]string) string {
	for _, method := range []string{"Hour", "Minute"} {
		if _, ok := values[method]; ok {
			return strings.ToLower(method)
		}
	}
	return "second"
}
