// Package newticker is looked at for one word.
package newticker

import "time"

func wait() {
	_ = time.NewTicker(30) // want `waits 30ns`
}
