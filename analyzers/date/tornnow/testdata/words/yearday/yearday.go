// Package yearday reads the clock twice, with the word YearDay alone.
package yearday

import (
	"fmt"
	"time"
)

var key = fmt.Sprint(time.Now().YearDay(), time.Now().Weekday()) // want `the 2 calls of time.Now make`
