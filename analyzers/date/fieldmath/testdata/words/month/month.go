// Package month has no other part of a date.
package month

import "time"

var totals = map[time.Month]int{}

func lookup(t time.Time) int { return totals[t.Month()-1] } // want `t.Month\(\) - 1 is 0, no month`
