// Package afterfunc is looked at for one word.
package afterfunc

import "time"

func wait(f func()) {
	time.AfterFunc(30, f) // want `waits 30ns`
}
