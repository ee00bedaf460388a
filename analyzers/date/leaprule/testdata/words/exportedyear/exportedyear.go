// Package exportedyear is looked at for one word.
package exportedyear

import "time"

func days(t time.Time) (n int) {
	if t.Year()%4 == 0 && t.Year()%100 != 0 { // want `does not hold for 2000`
		n++
	}
	return n
}
