// Package undertest names months of dates that its tests choose.
package undertest

import "time"

func label(t time.Time) string { return t.Format("January 2006") }
