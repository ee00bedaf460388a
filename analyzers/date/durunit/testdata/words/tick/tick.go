// Package tick is looked at for one word.
package tick

import "time"

func wait() {
	_ = time.Tick(30) // want `waits 30ns`
}
