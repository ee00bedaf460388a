// Package day reads the clock twice, with the word Day alone.
package day

import (
	"fmt"
	"time"
)

var key = fmt.Sprint(time.Now().Day(), time.Now().Weekday()) // want `the 2 calls of time.Now make`
