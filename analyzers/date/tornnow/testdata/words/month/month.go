// Package month reads the clock twice, with the word Month alone.
package month

import (
	"fmt"
	"time"
)

var key = fmt.Sprint(time.Now().Month(), time.Now().Weekday()) // want `the 2 calls of time.Now make`
