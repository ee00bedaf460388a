// Package sentinels keeps 29 February out by helpers that return errors.
package sentinels

import (
	"errors"
	"fmt"
	"io"
	"time"
)

func isLeapDay(t time.Time) bool { return t.Month() == time.February && t.Day() == 29 }

var errLeap = errors.New("leap day")

func bySentinel(t time.Time) error {
	if t.Month() == time.February && t.Day() == 29 {
		return errLeap
	}
	return nil
}

func guardedBySentinel(t time.Time) (time.Time, error) {
	if err := bySentinel(t); err != nil {
		return t, err
	}
	return time.Date(t.Year()+1, t.Month(), t.Day(), 0, 0, 0, 0, time.UTC), nil
}

type leapError struct{}

func (leapError) Error() string { return "leap day" }

func byStruct(t time.Time) error {
	if isLeapDay(t) {
		return leapError{}
	}
	return nil
}

func guardedByStruct(t time.Time) (time.Time, error) {
	if err := byStruct(t); err != nil {
		return t, err
	}
	return time.Date(t.Year()+1, t.Month(), t.Day(), 0, 0, 0, 0, time.UTC), nil
}

type code int

func (c code) Error() string { return fmt.Sprint(int(c)) }

func byCode(t time.Time, n int) error {
	if isLeapDay(t) {
		return code(n)
	}
	return nil
}

func guardedByCode(t time.Time) (time.Time, error) {
	if err := byCode(t, 3); err != nil {
		return t, err
	}
	if err := byCode(t, t.Nanosecond()); err == nil {
		return time.Date(t.Year()+1, t.Month(), t.Day(), 0, 0, 0, 0, time.UTC), nil
	}
	return t, nil
}

var leap = &dateError{"leap day"}

type dateError struct{ text string }

func (e *dateError) Error() string { return e.text }

func byPointer(t time.Time) error {
	if isLeapDay(t) {
		return leap
	}
	return nil
}

func guardedByPointer(t time.Time) (time.Time, error) {
	if err := byPointer(t); err != nil {
		return t, err
	}
	return time.Date(t.Year()+1, t.Month(), t.Day(), 0, 0, 0, 0, time.UTC), nil
}

func byImported(t time.Time) error {
	if isLeapDay(t) {
		return io.ErrUnexpectedEOF
	}
	return nil
}

func guardedByImported(t time.Time) (time.Time, error) {
	if err := byImported(t); err != nil {
		return t, err
	}
	return time.Date(t.Year()+1, t.Month(), t.Day(), 0, 0, 0, 0, time.UTC), nil
}

// What is returned for another day guards nothing, nor does a variable that
// may be nil.

func byDay(t time.Time) error {
	if t.Day() == 31 {
		return errLeap
	}
	return nil
}

func guardedByDay(t time.Time) (time.Time, error) {
	if err := byDay(t); err != nil {
		return t, err
	}
	return time.Date(t.Year()+1, t.Month(), t.Day(), 0, 0, 0, 0, time.UTC), nil // want `on 29 February 2028 gives 1 March 2029`
}

var lastError error

func setLast(err error) { lastError = err }

func byVariable(t time.Time) error {
	if isLeapDay(t) {
		return lastError
	}
	return nil
}

func guardedByVariable(t time.Time) (time.Time, error) {
	if err := byVariable(t); err != nil {
		return t, err
	}
	return time.Date(t.Year()+1, t.Month(), t.Day(), 0, 0, 0, 0, time.UTC), nil // want `on 29 February 2028 gives 1 March 2029`
}
