package silent

import (
	"math/rand"
	"time"
)

// Wait returns a random time to wait before a lease is renewed.
func Wait(expires time.Time) time.Duration {
	half := time.Until(expires) / 2
	if half <= 0 {
		return 0
	}
	return time.Duration(rand.Int63n(int64(half)))
}
