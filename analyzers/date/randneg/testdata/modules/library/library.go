// Package library may be used by other modules.
package library

import (
	"errors"
	"math/rand"
	"time"
)

func Wait(d time.Duration) {
	if d >= 0 {
		rand.Int63n(int64(d)) // reported
	}
}

type Options struct{ Jitter time.Duration }

func (o Options) Wait() {
	if o.Jitter >= 0 {
		rand.Int63n(int64(o.Jitter)) // reported
	}
}

// A backoff is made by what others call, but only with positive numbers.
type backoff struct{ jitter time.Duration }

func New(jitter time.Duration) (*backoff, error) {
	if err := check(jitter); err != nil {
		return nil, err
	}
	return &backoff{jitter: jitter}, nil
}

func check(d time.Duration) error {
	if d < 0 {
		return errors.New("negative")
	}
	return nil
}

func (b *backoff) Wait() { wait(b.jitter) }

func wait(d time.Duration) {
	if d != 0 {
		rand.Int63n(int64(d)) // vetted
	}
}
