// Package printf gets the parts of a date by Date, and writes them by Printf.
package printf

import (
	"fmt"
	"time"
)

func key(t time.Time) {
	y, m, _ := t.Date()
	fmt.Printf("%d-%02d", y, m-1) // want `m - 1 is 0, no month`
}
