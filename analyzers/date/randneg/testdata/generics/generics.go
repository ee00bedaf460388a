// Package generics holds generic code.
package generics

import (
	"math/rand/v2"
	"time"
)

type integer interface{ ~int | ~int64 }

func Jitter[T any](d time.Duration, value T) (time.Duration, T) {
	if d < 0 {
		return 0, value
	}
	return rand.N(d), value // want `rand.N\(d\) panics: d = 0 passes the test for negative values`
}

func Pick[T integer](n T) T {
	if n > 0 {
		return rand.N(n)
	}
	return 0
}

type pool[T any] struct {
	items []T
	until time.Time
}

func (p *pool[T]) wait() time.Duration {
	return rand.N(time.Until(p.until)) // want `time.Until\(p.until\) is negative once p.until has passed`
}
