package reported

import (
	"math/rand"
	"time"
)

// Wait returns a random time to wait before a lease is renewed.
func Wait(expires time.Time) time.Duration {
	return time.Duration(rand.Int63n(int64(time.Until(expires) / 2))) // want `panics: time.Until\(expires\) is negative once expires has passed`
}
