// Package hour reads the clock twice, with the word Hour alone.
package hour

import (
	"fmt"
	"time"
)

var key = fmt.Sprint(time.Now().Hour(), time.Now().Second()) // want `the 2 calls of time.Now make`
