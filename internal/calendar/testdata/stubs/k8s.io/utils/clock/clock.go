// Package clock has the form of the library.
package clock

import "time"

// A PassiveClock tells the time.
type PassiveClock interface{ Now() time.Time }

// A Clock is a PassiveClock.
type Clock interface{ PassiveClock }

// A RealClock is the clock.
type RealClock struct{}

func (RealClock) Now() time.Time { return time.Time{} }
