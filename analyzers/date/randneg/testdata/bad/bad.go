// Package bad holds what is reported.
package bad

import (
	"errors"
	"math/rand"
	randv2 "math/rand/v2"
	"time"
)

func Until(deadline time.Time) time.Duration {
	return time.Duration(rand.Int63n(int64(time.Until(deadline)))) // want `rand.Int63n\(int64\(time.Until\(deadline\)\)\) panics: time.Until\(deadline\) is negative once deadline has passed`
}

type lease struct{ start, end time.Time }

func (l *lease) renew() *time.Ticker {
	left := l.end.Sub(l.start)
	return time.NewTicker(left / 2) // want `time.NewTicker\(left / 2\) panics: l.end.Sub\(l.start\) is 0 where l.end equals l.start`
}

func Between(low, high time.Duration) time.Duration {
	return low + randv2.N(high-low) // want `panics: high - low is 0 where high equals low`
}

func Half(d time.Duration) time.Duration {
	if d <= 0 {
		return 0
	}
	return d + time.Duration(rand.Int63n(int64(d/time.Second))) // want `panics: d / time.Second is 0 for d = 1ns`
}

func Seconds(d time.Duration) int {
	if d > 0 {
		return rand.Intn(int(d.Seconds())) // want `panics: int\(d.Seconds\(\)\) is 0 for d = 1ns`
	}
	return 0
}

type rule struct{ Delay time.Duration }

func (r *rule) wait() (delay time.Duration) {
	if r.Delay != 0 {
		delay = time.Duration(rand.Int63n(int64(r.Delay))) // want `panics: r.Delay = -1ns passes the test for 0`
	}
	return delay
}

func Negative(n int) int {
	if n < 0 {
		return 0
	}
	return rand.Intn(n) // want `rand.Intn\(n\) panics: n = 0 passes the test for negative values`
}

type Ticker struct{ jitter, pause time.Duration }

func NewTicker(pause, jitter time.Duration) (*Ticker, error) {
	if pause < 0 || jitter < 0 {
		return nil, errors.New("negative")
	}
	return &Ticker{jitter: jitter, pause: pause}, nil
}

func (t *Ticker) Next() time.Duration {
	return t.pause + time.Duration(rand.Int63n(int64(t.jitter))) // want `panics: t.jitter is set to jitter, and jitter = 0 passes the test for negative values`
}

func jitter(d time.Duration) time.Duration {
	return d + time.Duration(rand.Int63n(int64(d))) // want `panics: time.Until\(end\), passed as d, is negative once end has passed`
}

func Wait(end time.Time) { time.Sleep(jitter(time.Until(end))) }

func Reset(t *time.Ticker, end time.Time) {
	next := time.Minute
	if !end.IsZero() {
		next = time.Until(end)
	}
	t.Reset(next) // want `t.Reset\(next\) panics: time.Until\(end\) is negative once end has passed`
}

func Tick(end time.Time) <-chan time.Time {
	return time.Tick(time.Until(end)) // want `time.Tick\(time.Until\(end\)\) returns a nil channel: time.Until\(end\) is negative`
}

func Shifted(r *rand.Rand, d int64) int64 {
	if d > 1 {
		return r.Int63n(d >> 2) // want `d >> 2 is 0 for d = 2`
	}
	return 0
}

func halved(d time.Duration) time.Duration {
	return time.Duration(rand.Int63n(int64(d))) // want `panics: time.Until\(end\) is negative once end has passed, and time.Until\(end\) / 2 is passed as d`
}

func Halved(end time.Time) time.Duration { return halved(time.Until(end) / 2) }

// within is called in two places, of which one does not compare.
func within(low, high time.Duration) time.Duration {
	return low + time.Duration(rand.Int63n(int64(high-low))) // want `panics: high - low is 0 where high equals low`
}

func Delayed(low, high time.Duration) time.Duration {
	if high > low {
		return within(low, high)
	}
	return within(high, low)
}

func Pause(low, high time.Duration) time.Duration { return within(low, high) }
