// Package bytimelayout passes layouts on, as only the words timeLayout and Format tell.
package bytimelayout

import "time"

// Show prints a time.
func Show(t time.Time, timeLayout string) string { return t.Format(timeLayout) }
