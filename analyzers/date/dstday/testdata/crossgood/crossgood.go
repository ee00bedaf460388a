package crossgood

import (
	"time"

	"example.com/dstday/clock"
)

// What a function of another package returns is not known.
func tomorrow() string {
	return clock.Now().Add(24 * time.Hour).Format(time.DateOnly)
}

func days(a, b time.Time) int {
	return clock.Days(clock.StartOfDay(b).Sub(clock.StartOfDay(a)))
}
