// Package helper says when something happens.
package helper

import "time"

// Event is something that happens.
type Event struct{ At time.Time }

// In returns the event in a year.
func In(e Event, year int) time.Time { return e.At.AddDate(year-e.At.Year(), 0, 0) }
