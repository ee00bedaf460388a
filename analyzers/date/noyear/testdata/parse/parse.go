// Package parse reads times.
package parse

import "time"

// Stamp reads a time without a year.
func Stamp(s string) (time.Time, error) { return time.Parse(time.Stamp, s) }
