// Package datetime parses text.
package datetime

import "time"

// From parses s.
func From(s string) (time.Time, error) { return time.Parse(time.DateTime, s) }
