// Package sprintf gets the parts of a date by Date, and writes them by Sprintf.
package sprintf

import (
	"fmt"
	"time"
)

func key(t time.Time) string {
	y, m, _ := t.Date()
	return fmt.Sprintf("%d-%02d", y, m-1) // want `m - 1 is 0, no month`
}
