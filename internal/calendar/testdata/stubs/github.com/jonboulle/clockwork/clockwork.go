// Package clockwork has the form of the library.
package clockwork

import "time"

// A Clock tells the time.
type Clock interface{ Now() time.Time }
