// Package clock has the form of the library.
package clock

import "time"

// A Clock tells the time.
type Clock interface{ Now() time.Time }
