// Package tuples compares months with one of more results than a date has
// parts.
package tuples

import "time"

func four() (a, b, c, d int) { return 1, 2, 3, 4 }

func compare(t time.Time) bool {
	_, _, _, d := four()
	return int(t.Month())-1 == d
}
