// Package untilintn is looked at for one word.
package untilintn

import (
	"math/rand"
	"time"
)

func delay(end time.Time) int {
	return rand.Intn(int(time.Until(end))) // want `is negative once end has passed`
}
