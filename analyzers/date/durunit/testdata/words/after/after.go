// Package after is looked at for one word.
package after

import "time"

func wait() {
	_ = time.After(30) // want `waits 30ns`
}
