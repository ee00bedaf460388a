// Package timetick is looked at for one word.
package timetick

import "time"

func wait(end time.Time) {
	_ = time.Tick(time.Until(end)) // want `is negative once end has passed`
}
