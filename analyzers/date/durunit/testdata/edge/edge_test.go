package edge

import (
	"testing"
	"time"
)

func TestWaits(t *testing.T) {
	start := time.Unix(0, 0)
	if !start.Add(5).After(start) {
		t.Fatal("not after")
	}
	time.Sleep(5)
}
