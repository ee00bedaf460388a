// Package newtimer is looked at for one word.
package newtimer

import "time"

func wait() {
	_ = time.NewTimer(30) // want `waits 30ns`
}
