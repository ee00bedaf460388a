// Package year gets the month by Date, and writes it beside the year.
package year

import (
	"strconv"
	"time"
)

func key(t time.Time) string {
	_, m, _ := t.Date()
	return strconv.Itoa(t.Year()) + "-" + strconv.Itoa(int(m)-1) // want `int\(m\) - 1 is 0, no month`
}
