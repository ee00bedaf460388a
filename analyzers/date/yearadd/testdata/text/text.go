// Package text makes no use of numbers but as text.
package text

import (
	"fmt"
	"time"
)

func next(t time.Time) (time.Time, error) {
	return time.Parse("2006-1-2", fmt.Sprintf("%d-%d-%d", t.Year()+1, t.Month(), t.Day())) // want `is "2029-2-29", which time.Parse rejects`
}
