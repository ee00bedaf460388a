// Package appendf gets the parts of a date by Date, and writes them by Appendf.
package appendf

import (
	"fmt"
	"time"
)

func key(b []byte, t time.Time) []byte {
	y, m, _ := t.Date()
	return fmt.Appendf(b, "%d-%02d", y, m-1) // want `m - 1 is 0, no month`
}
