// Package n365 is looked at for one word.
package n365

import "time"

var visits [365]int

func visit(t time.Time) {
	visits[t.YearDay()-1]++ // want `is out of range`
}
