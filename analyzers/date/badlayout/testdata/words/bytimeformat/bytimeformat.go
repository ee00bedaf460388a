// Package bytimeformat passes layouts on, as only the words timeFormat and Parse tell.
package bytimeformat

import "time"

// Read reads a time.
func Read(timeFormat, s string) (time.Time, error) {
	return time.Parse(timeFormat, s)
}
