// Package crossunit has units that others use.
package crossunit

import "time"

// Units of the calendar.
const (
	Day  = 24 * time.Hour
	Year = 365 * Day
)

// Most is the longest time in years.
const Most = 100
