// Package checks compares the date that it made, in one way or another.
package checks

import (
	"errors"
	"time"
)

type date struct {
	year  int
	month time.Month
	day   int
}

func (d date) valid() bool {
	y, m, day := time.Date(d.year, d.month, d.day, 0, 0, 0, 0, time.UTC).Date()
	return date{y, m, day} == d
}

func comparedStruct(t time.Time) (time.Time, error) {
	d := date{t.Year() + 1, t.Month(), t.Day()}
	if !d.valid() {
		return time.Time{}, errors.New("no such day")
	}
	return time.Date(d.year, d.month, d.day, 0, 0, 0, 0, time.UTC), nil
}

func deferred(t time.Time) (next time.Time) {
	defer func() {
		if next.Day() != t.Day() {
			next = next.AddDate(0, 0, -1)
		}
	}()
	return time.Date(t.Year()+1, t.Month(), t.Day(), 0, 0, 0, 0, time.UTC)
}

func difference(t time.Time) time.Time {
	next := time.Date(t.Year()+1, t.Month(), t.Day(), 0, 0, 0, 0, time.UTC)
	if days := next.Day() - t.Day(); days != 0 {
		return next.AddDate(0, 0, -next.Day())
	}
	return next
}

func helper(t time.Time) time.Time {
	return lastDay(time.Date(t.Year()+1, t.Month(), t.Day(), 0, 0, 0, 0, time.UTC), t)
}

func lastDay(next, t time.Time) time.Time {
	if next.Day() != t.Day() {
		return next.AddDate(0, 0, -next.Day())
	}
	return next
}

func byCaller(t time.Time) time.Time {
	next := addYear(t)
	if next.Month() != t.Month() {
		next = next.AddDate(0, 0, -next.Day())
	}
	return next
}

func addYear(t time.Time) time.Time {
	return time.Date(t.Year()+1, t.Month(), t.Day(), 0, 0, 0, 0, time.UTC)
}

func byOneCaller(t time.Time) []time.Time {
	next := subYear(t)
	if next.Month() != t.Month() {
		next = next.AddDate(0, 0, -next.Day())
	}
	return []time.Time{next, subYear(t)}
}

func subYear(t time.Time) time.Time {
	return time.Date(t.Year()-1, t.Month(), t.Day(), 0, 0, 0, 0, time.UTC) // want `gives 1 March 2027`
}

type schedule struct{ last, next time.Time }

func (s *schedule) field() {
	s.next = time.Date(s.last.Year()+1, s.last.Month(), s.last.Day(), 0, 0, 0, 0, time.UTC)
	if s.next.Day() != s.last.Day() {
		s.next = s.next.AddDate(0, 0, -1)
	}
}

func (s *schedule) method() {
	s.next = time.Date(s.last.Year()+1, s.last.Month(), s.last.Day(), 0, 0, 0, 0, time.UTC)
	s.fix()
}

func (s *schedule) fix() {
	if s.next.Month() == time.March && s.next.Day() == 1 {
		s.next = s.next.AddDate(0, 0, -1)
	}
}

func (s *schedule) otherField() {
	s.next = time.Date(s.last.Year()+1, s.last.Month(), s.last.Day(), 0, 0, 0, 0, time.UTC) // want `gives 1 March 2029`
	if s.last.Day() == 31 {
		s.last = time.Time{}
	}
}

func weekday(t time.Time) time.Time {
	next := time.Date(t.Year()+1, t.Month(), t.Day(), 0, 0, 0, 0, time.UTC) // want `gives 1 March 2029`
	if next.Weekday() == time.Sunday || next.Year() < 2000 {
		next = next.AddDate(0, 0, 1)
	}
	return next
}

func dropped(t time.Time) { _ = laterYear(t) }

func laterYear(t time.Time) time.Time {
	return time.Date(t.Year()+1, t.Month(), t.Day(), 0, 0, 0, 0, time.UTC) // want `gives 1 March 2029`
}
