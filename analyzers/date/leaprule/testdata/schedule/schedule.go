// Package schedule looks for the next day on which something happens.
package schedule

import "time"

type spec struct{ months, days uint64 }

func (s spec) matches(t time.Time) bool { return 1<<uint(t.Day())&s.days != 0 }

func (s spec) next(t time.Time) time.Time {
	limit := t.Year() + 5 // want `t.Year\(\) \+ 5 ends a search from 1 March 2096 after 2101, but the next 29 February is in 2104`
wrap:
	if t.Year() > limit {
		return time.Time{}
	}
	for 1<<uint(t.Month())&s.months == 0 {
		t = time.Date(t.Year(), t.Month(), 1, 0, 0, 0, 0, t.Location())
		t = t.AddDate(0, 1, 0)
		if t.Month() == time.January {
			goto wrap
		}
	}
	for !s.matches(t) {
		if t = t.AddDate(0, 0, 1); t.Day() == 1 {
			goto wrap
		}
	}
	return t
}

func (s spec) far(t time.Time) time.Time {
	limit := t.Year() + 8
wrap:
	if t.Year() > limit {
		return time.Time{}
	}
	for 1<<uint(t.Month())&s.months == 0 {
		t = t.AddDate(0, 1, 0)
	}
	for !s.matches(t) {
		if t = t.AddDate(0, 0, 1); t.Day() == 1 {
			goto wrap
		}
	}
	return t
}

// weekday finds a day within a week, whatever the limit.
func weekday(t time.Time, want time.Weekday) time.Time {
	limit := t.Year() + 5
	for t.Weekday() != want {
		t = t.AddDate(0, 0, 1)
		if t.Year() > limit {
			break
		}
	}
	return t
}

func expired(t time.Time) bool {
	limit := t.Year() + 5
	return time.Now().Year() > limit
}
