// Package marks prints AM and PM apart from the clock.
package marks

import "time"

func uses(t time.Time) string {
	half := "am"
	if t.Hour() >= 12 {
		half = "pm"
	}
	return t.Format("2006-01-02 03:04:05") + half
}
