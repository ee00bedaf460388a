package undertest

import (
	"testing"
	"time"
)

// Any date will do: what the code makes of it is not the test's affair.
func TestLabel(t *testing.T) {
	if label(time.Now().AddDate(1, 0, 0)) == "" {
		t.Error("no label")
	}
}

// This one says itself which month it expects.
func TestMonth(t *testing.T) {
	next := time.Now().AddDate(1, 0, 0) // want `names the wrong month`
	if next.Format("January 2006") == "" {
		t.Error("no label")
	}
}
