package undertest

import (
	"testing"
	"time"
)

// Any date will do: what the code makes of it is not the test's affair.
func TestLabel(t *testing.T) {
	if label(time.Now().AddDate(0, -1, 0)) == "" {
		t.Error("no label")
	}
}

// This one says itself which month it expects.
func TestMonth(t *testing.T) {
	last := time.Now().AddDate(0, -1, 0) // want `so Month names the wrong month`
	if got := label(time.Date(2026, last.Month(), 1, 0, 0, 0, 0, time.UTC)); got == "" {
		t.Error("no label")
	}
}
