// Package year reads the clock twice, with the word Year alone.
package year

import (
	"fmt"
	"time"
)

var key = fmt.Sprint(time.Now().Year(), time.Now().Weekday()) // want `the 2 calls of time.Now make`
