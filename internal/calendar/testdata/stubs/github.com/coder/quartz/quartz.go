// Package quartz has the form of the library.
package quartz

import "time"

// A Clock tells the time.
type Clock interface {
	Now(tags ...string) time.Time
}
