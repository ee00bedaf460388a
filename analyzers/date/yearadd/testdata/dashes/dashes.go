// Package dashes takes month and day as text, never by name.
package dashes

import (
	"strconv"
	"time"
)

func next(t time.Time) (time.Time, error) {
	return time.Parse(time.DateOnly, strconv.Itoa(t.Year()+1)+t.Format("-01-02")) // want `on 29 February 2028 is "2029-02-29", which time\.Parse rejects`
}
