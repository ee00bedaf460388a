// Package int32n is looked at for one word.
package int32n

import (
	"math/rand/v2"
	"time"
)

func delay(most int32) time.Duration {
	if most < 0 {
		return 0
	}
	return time.Duration(rand.Int32N(most)) // want `most = 0 passes the test for negative values`
}
