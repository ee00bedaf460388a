// Package intests is what the tests test.
package intests

import (
	"errors"
	"time"
)

// Valid reports whether s is a date of a layout.
func Valid(layout, s string) bool {
	_, err := time.Parse(layout, s)
	return err == nil
}

// Convert reads s as time.DateTime.
func Convert(s string) (time.Time, error) { return time.Parse(time.DateTime, s) }

// Read is Convert, without an error.
func Read(s string) time.Time {
	t, _ := Convert(s)
	return t
}

var errNone = errors.New("none")

// assert has assertions in the way of test libraries.
type assert struct{}

func (assert) Error(err error) bool    { return err != nil }
func (assert) NoError(err error) bool  { return err == nil }
func (assert) True(ok bool) bool       { return ok }
func (assert) False(ok bool) bool      { return !ok }
func (assert) Zero(value any) bool     { return value == time.Time{} }
func (assert) ErrorIs(a, b error) bool { return errors.Is(a, b) }
