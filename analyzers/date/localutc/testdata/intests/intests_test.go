package intests

import (
	"testing"
	"time"
)

// A week later is later in all locations.
func TestPast(t *testing.T) {
	now := time.Now()
	next := time.Date(now.Year(), now.Month(), now.Day()+7, 0, 0, 0, 0, time.UTC)
	if next.Before(now) || Past(next) || !today() {
		t.Error(next, "is over")
	}
}
