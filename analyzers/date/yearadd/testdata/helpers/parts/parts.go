// Package parts takes apart.
package parts

import "time"

// Of returns parts of t.
func Of(t time.Time) (int, time.Month) { return t.Year(), t.Month() }
