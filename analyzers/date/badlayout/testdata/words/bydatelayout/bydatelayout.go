// Package bydatelayout passes layouts on, as only the words dateLayout and AppendFormat tell.
package bydatelayout

import "time"

// Show prints a time.
func Show(t time.Time, dateLayout string) string { return string(t.AppendFormat(nil, dateLayout)) }
