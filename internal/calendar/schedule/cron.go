// Package schedule knows when code runs that a package hands to a scheduler
// with a constant cron expression.
package schedule

import (
	"math/bits"
	"strconv"
	"strings"
)

// A Schedule is a cron expression: the hours of the day and the days of the
// month at which it may be due, as sets of bits.
type Schedule struct{ hours, days uint64 }

// LatestDay returns the last day of a month at which the schedule may be due.
func (s Schedule) LatestDay() int { return bits.Len64(s.days) - 1 }

// DueAt reports whether the schedule may be due at an hour of the day.
func (s Schedule) DueAt(hour int) bool { return s.hours&(1<<hour) != 0 }

// descriptors are the shorthands of cron.
// Source: crontab(5) of Vixie cron.
var descriptors = map[string]string{
	"@yearly":   "0 0 1 1 *",
	"@annually": "0 0 1 1 *",
	"@monthly":  "0 0 1 * *",
	"@weekly":   "0 0 * * 0",
	"@daily":    "0 0 * * *",
	"@midnight": "0 0 * * *",
	"@hourly":   "0 * * * *",
}

// Parse returns the schedule that a text is: a cron expression of five fields,
// or of six with the seconds first, perhaps after a location, or a descriptor.
func Parse(text string) (s Schedule, ok bool) {
	fields := strings.Fields(text)
	if len(fields) > 0 && (strings.HasPrefix(fields[0], "CRON_TZ=") || strings.HasPrefix(fields[0], "TZ=")) {
		fields = fields[1:]
	}
	if len(fields) == 1 {
		fields = strings.Fields(descriptors[fields[0]])
	}
	if len(fields) == 6 {
		if _, ok := set(fields[0], 0, 59, nil); !ok {
			return s, false
		}
		fields = fields[1:]
	}
	if len(fields) != 5 {
		return s, false
	}
	_, minutes := set(fields[0], 0, 59, nil)
	hours, ok := set(fields[1], 0, 23, nil)
	days, ok2 := set(fields[2], 1, 31, nil)
	_, months := set(fields[3], 1, 12, monthNames)
	_, weekdays := set(fields[4], 0, 7, dayNames)
	if !minutes || !ok || !ok2 || !months || !weekdays {
		return s, false
	}
	if !any(fields[4]) { // a day that fits either field is one
		days, _ = set("*", 1, 31, nil)
	}
	return Schedule{hours, days}, true
}

// any reports whether a field restricts nothing.
func any(field string) bool { return field == "*" || field == "?" }

var (
	monthNames = []string{"", "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"}
	dayNames   = []string{"sun", "mon", "tue", "wed", "thu", "fri", "sat"}
)

// set returns the numbers from low to high that a field of a cron expression
// allows. Names, if any, stand for their indices.
func set(field string, low, high int, names []string) (out uint64, ok bool) {
	for item := range strings.SplitSeq(field, ",") {
		span, stride, stepped := strings.Cut(item, "/")
		step := 1
		if stepped {
			n, err := strconv.Atoi(stride)
			if err != nil || n <= 0 {
				return 0, false
			}
			step = n
		}
		first, last := low, high
		if !any(span) {
			from, to, ranged := strings.Cut(span, "-")
			if first, ok = number(from, names); !ok {
				return 0, false
			}
			if ranged {
				if last, ok = number(to, names); !ok {
					return 0, false
				}
			} else if !stepped {
				last = first
			}
		}
		if first < low || last > high || last < first {
			return 0, false
		}
		for n := first; n <= last; n += step {
			out |= 1 << n
		}
	}
	return out, true
}

func number(text string, names []string) (int, bool) {
	for i, name := range names {
		if name != "" && strings.EqualFold(name, text) {
			return i, true
		}
	}
	n, err := strconv.Atoi(text)
	return n, err == nil
}
