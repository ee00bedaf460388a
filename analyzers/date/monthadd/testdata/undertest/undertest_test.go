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

func TestFiscalYear(t *testing.T) {
	now := time.Now().UTC()
	first := int(now.AddDate(0, -5, 0).Month())
	s := settings{first: first}
	if fiscalYear(now, first) != fiscalYear(now, s.first) {
		t.Error("differs")
	}
}

func TestNames(t *testing.T) {
	names := map[time.Month]bool{fiscalStart(): true}
	if names[time.Now().AddDate(0, -1, 0).Month()] { // want `AddDate\(0, -1, 0\) on 31 March 2026 gives 3 March, so Month names the wrong month`
		t.Error("named")
	}
}
