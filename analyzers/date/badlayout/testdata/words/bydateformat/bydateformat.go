// Package bydateformat passes layouts on, as only the words dateFormat and ParseInLocation tell.
package bydateformat

import "time"

// Read reads a time.
func Read(dateFormat, s string) (time.Time, error) {
	return time.ParseInLocation(dateFormat, s, time.UTC)
}
