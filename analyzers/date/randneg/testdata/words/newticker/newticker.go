// Package newticker is looked at for one word.
package newticker

import "time"

func wait(end time.Time) {
	_ = time.NewTicker(time.Until(end)) // want `is negative once end has passed`
}
