// Package dateonly parses text.
package dateonly

import "time"

// From parses s.
func From(s string) (time.Time, error) { return time.Parse(time.DateOnly, s) }
