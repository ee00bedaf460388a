// Package cross passes parts to a function of another package.
package cross

import (
	"time"

	"example.com/tornnow/cross/civil"
)

func today() civil.Date {
	return civil.New(time.Now().Year(), time.Now().Month(), time.Now().Day()) // want `the 3 calls of time.Now make 1 January 2026`
}
