// Package layout2006 reads the clock twice, with the word 2006 alone.
package layout2006

import (
	"fmt"
	"time"
)

var key = fmt.Sprint(time.Now().Format("2006"), time.Now().Format("01")) // want `the 2 calls of time.Now make`
