package engine

import (
	"runtime"
	"testing"
)

func TestAfterEveryCollection(t *testing.T) {
	calls := make(chan bool, 100)
	afterEveryCollection(func() {
		select {
		case calls <- true:
		default:
		}
	})
	for range 3 {
		for len(calls) == 0 { // the finalizer of the last collection may not have ended
			runtime.GC()
		}
		<-calls
	}
}
