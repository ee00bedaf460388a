// Package setters checks what it puts into fields in a function around.
package setters

import (
	"math/rand"
	"time"
)

type backoff struct{ jitter, spread, noise, reach time.Duration }

type option func(*backoff)

func WithJitter(jitter time.Duration) option {
	if jitter < 0 {
		panic("negative jitter")
	}
	return func(b *backoff) { b.jitter = jitter }
}

func (b *backoff) wait() time.Duration { return below(b.jitter) }

func below(most time.Duration) time.Duration {
	if most == 0 {
		return 0
	}
	return time.Duration(rand.Int63n(int64(most)))
}

// All that set the field check, or set a constant.
func WithNoise(noise time.Duration) option {
	if noise < 0 {
		return func(b *backoff) { b.noise = time.Second }
	}
	return func(b *backoff) { b.noise = noise }
}

func (b *backoff) noisy() time.Duration {
	if b.noise != 0 {
		return time.Duration(rand.Int63n(int64(b.noise)))
	}
	return 0
}

// One that sets the field does not check.
func WithSpread(spread time.Duration) option {
	if spread < 0 {
		panic("negative spread")
	}
	return func(b *backoff) { b.spread = spread }
}

func Spread(spread time.Duration) option {
	return func(b *backoff) { b.spread = spread }
}

func (b *backoff) spreaded() time.Duration {
	if b.spread != 0 {
		return time.Duration(rand.Int63n(int64(b.spread))) // want `rand.Int63n\(int64\(b.spread\)\) panics: b.spread = -1ns passes the test for 0`
	}
	return 0
}

// The check is of another variable, or comes too late.
func WithReach(reach, other time.Duration) option {
	if other < 0 {
		panic("negative reach")
	}
	set := func(b *backoff) { b.reach = reach }
	if reach < 0 {
		other = reach
	}
	_ = other
	return set
}

func (b *backoff) reached() time.Duration {
	if b.reach != 0 {
		return time.Duration(rand.Int63n(int64(b.reach))) // want `b.reach = -1ns passes the test for 0`
	}
	return 0
}

var _ = []func(*backoff) time.Duration{(*backoff).wait, (*backoff).noisy, (*backoff).spreaded, (*backoff).reached}
