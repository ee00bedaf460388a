// Package n7 is looked at for one word.
package n7

import "time"

func next(t time.Time, months, days uint64) time.Time {
	limit := t.Year() + 7 // want `t.Year\(\) \+ 7 ends a search`
wrap:
	if t.Year() > limit {
		return time.Time{}
	}
	for 1<<uint(t.Month())&months == 0 {
		t = t.AddDate(0, 1, 0)
	}
	for 1<<uint(t.Day())&days == 0 {
		if t = t.AddDate(0, 0, 1); t.Day() == 1 {
			goto wrap
		}
	}
	return t
}
