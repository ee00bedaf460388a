// Package minute reads the clock twice, with the word Minute alone.
package minute

import (
	"fmt"
	"time"
)

var key = fmt.Sprint(time.Now().Minute(), time.Now().Second()) // want `the 2 calls of time.Now make`
