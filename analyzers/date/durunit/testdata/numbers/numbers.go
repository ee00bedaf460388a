// Package numbers has constants that others use.
package numbers

import "time"

// Timeouts without a unit and with one.
const (
	Seconds = 30
	Wait    = 30 * time.Second
	Nanos   = 30
)
