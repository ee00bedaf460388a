// Package intests is what the tests test.
package intests

import "time"

// Valid reports whether s is a date of a layout.
func Valid(layout, s string) bool {
	_, err := time.Parse(layout, s)
	return err == nil
}
