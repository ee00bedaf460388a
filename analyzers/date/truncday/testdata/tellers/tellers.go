// Package tellers has clocks for other packages.
package tellers

import "time"

// A Clock tells the local time.
type Clock interface {
	Now() time.Time
	Since(time.Time) time.Duration
}

// Real is a Clock.
type Real struct{}

func (Real) Now() time.Time                  { return time.Now() }
func (Real) Since(t time.Time) time.Duration { return time.Since(t) }

// Late is a Clock, too.
type Late struct{ Clock Clock }

func (l *Late) Now() time.Time                  { return l.Clock.Now().Add(time.Second) }
func (l *Late) Since(t time.Time) time.Duration { return l.Now().Sub(t) }

// A UTCClock tells the time in UTC.
type UTCClock interface{ Present() time.Time }

// UTC is a UTCClock.
type UTC struct{}

func (UTC) Present() time.Time { return time.Now().UTC() }

// A Settable tells what a test has set, or the local time.
type Settable interface{ Current() time.Time }

// Fixed is a Settable.
type Fixed struct{ Time time.Time }

func (f Fixed) Current() time.Time { return f.Time }

// Running is a Settable.
type Running struct{}

func (Running) Current() time.Time { return time.Now() }
