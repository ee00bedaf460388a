// Package require is a stub.
package require

import "time"

type TestingT interface {
	Errorf(format string, args ...any)
}

type Assertions struct{ t TestingT }

func New(t TestingT) *Assertions { return &Assertions{t} }

func Equal(t TestingT, expected, actual any, msgAndArgs ...any) bool { return false }

func Equalf(t TestingT, expected, actual any, msg string, args ...any) bool { return false }

func EqualValues(t TestingT, expected, actual any, msgAndArgs ...any) bool { return false }

func NotEqual(t TestingT, expected, actual any, msgAndArgs ...any) bool { return false }

func WithinDuration(t TestingT, expected, actual time.Time, delta time.Duration, msgAndArgs ...any) bool {
	return false
}

func (a *Assertions) Equal(expected, actual any, msgAndArgs ...any) bool { return false }
