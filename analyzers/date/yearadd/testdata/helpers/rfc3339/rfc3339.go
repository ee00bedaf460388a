// Package rfc3339 parses text.
package rfc3339

import "time"

// From parses s.
func From(s string) (time.Time, error) { return time.Parse(time.RFC3339, s) }
