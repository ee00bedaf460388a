// Package layout parses text.
package layout

import "time"

// From parses s.
func From(s string) (time.Time, error) {
	return time.ParseInLocation("2006-01-02", s, time.UTC)
}
