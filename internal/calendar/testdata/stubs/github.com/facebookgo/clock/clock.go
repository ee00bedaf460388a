// Package clock has the form of the library.
package clock

import "time"

// A Clock tells the time.
type Clock interface{ Now() time.Time }

// A Mock is a Clock for tests.
type Mock struct{ now time.Time }

func (m *Mock) Now() time.Time { return m.now }
