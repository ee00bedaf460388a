// Package floor moves to the first of a month.
package floor

import "time"

// Of returns the first of a month.
func Of(t time.Time) time.Time { return t.AddDate(0, 0, 1-t.Day()) }
