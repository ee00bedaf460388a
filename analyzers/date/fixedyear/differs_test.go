package fixedyear

import (
	"testing"
	"time"
)

func TestDiffers(t *testing.T) {
	for _, s := range spans {
		for n := 1; n <= most; n++ {
			from, fixed, real := s.differs(n)
			if fixed.Equal(real) {
				t.Errorf("%d times %v from %s is %s either way", n, s, from.Format(time.DateOnly), real.Format(time.DateOnly))
			}
			if limit := time.Date(2030, 3, 2, 0, 0, 0, 0, time.UTC); from.After(limit) {
				t.Errorf("%d times %v differs from %s on only", n, s, from.Format(time.DateOnly))
			}
		}
	}
}
