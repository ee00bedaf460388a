// Package bylayout passes layouts on, as only the words layout and Format tell.
package bylayout

import "time"

// Show prints a time.
func Show(t time.Time, layout string) string { return t.Format(layout) }
