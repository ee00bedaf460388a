// Package layout20060102 reads the clock twice, with the word 20060102 alone.
package layout20060102

import (
	"fmt"
	"time"
)

var key = fmt.Sprint(time.Now().Format("20060102"), time.Now().Format("1504")) // want `the 2 calls of time.Now make`
