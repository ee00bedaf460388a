// Package layout150405 reads the clock twice, with the word 150405 alone.
package layout150405

import (
	"fmt"
	"time"
)

var key = fmt.Sprint(time.Now().Format("0102"), time.Now().Format("150405")) // want `the 2 calls of time.Now make`
