// Package edge holds what is hard to tell.
package edge

import (
	"fmt"
	"time"
)

type stamp struct{ time.Time }

func embedded(s stamp) string {
	_, week := s.ISOWeek()
	return fmt.Sprintf("%dW%d", s.Year(), week) // want `gives "2024W1"`
}

func utc(t time.Time) string {
	_, week := t.UTC().ISOWeek()
	return fmt.Sprintf("%dW%d", t.Year(), week) // want `gives "2024W1"`
}

func sized(t time.Time) string {
	_, week := t.ISOWeek()
	return fmt.Sprintf("%dW%d", int32(t.Year()), uint8(week)) // want `on 30 December 2024 gives "2024W1"`
}

func startOfWeek(t time.Time) time.Time {
	return t.AddDate(0, 0, -(int(t.Weekday())+6)%7)
}

func helped(t time.Time) string {
	t = startOfWeek(t)
	_, week := t.ISOWeek()
	return fmt.Sprintf("%dW%d", t.Year(), week)
}

func closure(t time.Time) func() string {
	_, week := t.ISOWeek()
	return func() string {
		return fmt.Sprintf("%dW%d", t.Year(), week)
	}
}

func unknown(t time.Time, f func(year, week int) string) string {
	_, week := t.ISOWeek()
	return f(t.Year(), week)
}

func parity(t time.Time) bool {
	_, week := t.ISOWeek()
	return week%2 == 0
}

func nextWeek(t time.Time) string {
	t = t.AddDate(0, 0, 7)
	_, week := t.ISOWeek()
	return fmt.Sprintf("%dW%d", t.Year(), week) // want `gives "2024W1"`
}

func raw(t time.Time) string {
	_, week := t.ISOWeek()
	return fmt.Sprintf( /* want `on 30 December 2024 gives` */ `
%d/%d`, t.Year(), week)
}

func long(t time.Time) string {
	_, week := t.ISOWeek()
	return fmt.Sprintf("this label names the year %d and the week %d", t.Year(), week) // want `joins week 1 with 2024`
}
