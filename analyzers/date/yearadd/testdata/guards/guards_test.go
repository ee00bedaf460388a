package guards

import (
	"testing"
	"time"
)

func TestAdd(t *testing.T) {
	got := add(time.Date(2024, 3, 1, 0, 0, 0, 0, time.UTC), 1)
	if !got.Equal(time.Date(2025, 3, 1, 0, 0, 0, 0, time.UTC)) {
		t.Error(got)
	}
}

func TestLeapDay(t *testing.T) {
	leap := time.Date(2024, 2, 29, 0, 0, 0, 0, time.UTC)
	want := time.Date(leap.Year()+1, leap.Month(), leap.Day(), 0, 0, 0, 0, time.UTC)
	if got := add(leap, 1); !got.Equal(want) {
		t.Error(got)
	}
}

func TestToday(t *testing.T) {
	now := time.Now()
	want := time.Date(now.Year()+1, now.Month(), now.Day(), 0, 0, 0, 0, time.UTC) // want `on 29 February 2028 gives 1 March 2029`
	if got := now.AddDate(0, 12, -1); !got.Before(want) {
		t.Error(got)
	}
}
