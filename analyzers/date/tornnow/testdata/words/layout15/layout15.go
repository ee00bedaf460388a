// Package layout15 reads the clock twice, with the word 15 alone.
package layout15

import (
	"fmt"
	"time"
)

var key = fmt.Sprint(time.Now().Format("Jan 2 "), time.Now().Format("15:04")) // want `the 2 calls of time.Now make`
