// Package edge holds the limits of what is reported.
package edge

import (
	"context"
	"math/rand"
	"time"
)

func Two(d time.Duration) int64 {
	if d < 2 {
		return 0
	}
	return rand.Int63n(int64(d / 2))
}

func One(d int64) int64 {
	if d < 1 {
		return 0
	}
	return rand.Int63n(d / 2) // want `d / 2 is 0 for d = 1`
}

func Context(ctx context.Context) int64 {
	deadline, ok := ctx.Deadline()
	if !ok {
		return 0
	}
	return rand.Int63n(int64(time.Until(deadline))) // want `time.Until\(deadline\) is negative once deadline has passed`
}

func Parsed(text string) (int64, error) {
	t, err := time.Parse(time.RFC3339, text)
	if err != nil {
		return 0, err
	}
	return rand.Int63n(int64(t.Sub(time.Now()))), nil // want `t.Sub\(time.Now\(\)\) is negative once t has passed`
}

// Next comes from somewhere that may well return what is to come.
func Next(next func() time.Time) *time.Ticker { return time.NewTicker(time.Until(next())) }

func Midnight(now time.Time) *time.Ticker {
	midnight := time.Date(now.Year(), now.Month(), now.Day()+1, 0, 0, 0, 0, now.Location())
	return time.NewTicker(midnight.Sub(now))
}

func Asked(end time.Time, passed func(time.Time) bool) *time.Ticker {
	if passed(end) {
		return nil
	}
	return time.NewTicker(time.Until(end))
}

func Swapped(from, to time.Time) int64 {
	if to.Before(from) {
		from, to = to, from
	}
	return rand.Int63n(int64(to.Sub(from)))
}

func Loop(d time.Duration) (sum int64) {
	for d != 0 {
		sum += rand.Int63n(int64(d) + 1)
		d /= 2
	}
	return sum
}
