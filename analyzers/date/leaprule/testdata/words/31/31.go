// Package n31 is looked at for one word.
package n31

import "time"

var lengths = [12]int{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31}

func length(t time.Time) int {
	return lengths[t.Month()-1] // want `lengths\[t.Month\(\) - 1\] is 28 on`
}
