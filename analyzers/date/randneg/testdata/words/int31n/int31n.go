// Package int31n is looked at for one word.
package int31n

import (
	"math/rand"
	"time"
)

func delay(most int32) time.Duration {
	if most < 0 {
		return 0
	}
	return time.Duration(rand.Int31n(most)) // want `most = 0 passes the test for negative values`
}
