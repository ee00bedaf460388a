// Package subintn is looked at for one word.
package subintn

import (
	"math/rand/v2"
	"time"
)

func delay(start, end time.Time) int {
	return rand.IntN(int(end.Sub(start))) // want `is 0 where end equals start`
}
