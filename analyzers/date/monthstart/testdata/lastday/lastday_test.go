package lastday

import (
	"testing"
	"time"
)

func TestNormalized(t *testing.T) {
	if got := time.Date(2024, 3, -1, 0, 0, 0, 0, time.UTC); got.Day() != 28 {
		t.Error(got)
	}
}
