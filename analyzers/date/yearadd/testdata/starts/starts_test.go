package starts

import (
	"testing"
	"time"
)

func expected(base time.Time, years int) time.Time {
	return time.Date(base.Year()-years, base.Month(), base.Day(), 0, 0, 0, 0, time.UTC)
}

func TestYearBefore(t *testing.T) {
	base := time.Now()
	for _, test := range []struct {
		name string
		want time.Time
	}{
		{"one", expected(base, 1)},
	} {
		if got := yearBefore(base); !test.want.Equal(got) {
			t.Errorf("%s: got %s, want %s", test.name, got, test.want)
		}
	}
}
