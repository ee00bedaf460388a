package intests

import (
	"testing"
	"time"
)

// Where the day starts is the same on both sides.
func TestHours(t *testing.T) {
	startOfDay := time.Now().Round(24 * time.Hour)
	if hours := Hours(startOfDay); !hours[23].Equal(startOfDay.Add(23 * time.Hour)) {
		t.Error(hours[23])
	}
	if len(today()) != 10 {
		t.Error(today())
	}
}
