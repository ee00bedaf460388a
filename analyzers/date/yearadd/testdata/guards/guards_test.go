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
