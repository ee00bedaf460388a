// Package int64n is looked at for one word.
package int64n

import (
	"math/rand/v2"
	"time"
)

func delay(start, end time.Time) int64 {
	return rand.Int64N(int64(end.Sub(start))) // want `is 0 where end equals start`
}
