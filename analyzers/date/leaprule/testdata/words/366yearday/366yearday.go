// Package n366 is looked at for one word.
package n366

import "time"

var visits [366]int

func visit(t time.Time) {
	visits[t.YearDay()]++ // want `is out of range`
}
