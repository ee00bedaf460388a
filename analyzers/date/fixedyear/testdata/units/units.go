// Package units has units that others use.
package units

import "time"

// Units of time.
const (
	Day  = 24 * time.Hour
	Year = 365 * Day // want `Year is 365 days`
)
