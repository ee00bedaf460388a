// Package random makes up dates, any of which will do.
package random

import (
	"math/rand"
	"time"
)

func visit() string {
	first, last := time.Now().Add(-7*24*time.Hour), time.Now()
	return between(first, last).Format("20060102")
}

func between(first, last time.Time) time.Time {
	hours := last.Sub(first).Hours()
	return first.Add(time.Duration(rand.Float64()*hours) * time.Hour)
}

// The time of day moves nothing.
func morning() string {
	t := time.Now().Add(-24 * time.Hour).Add(time.Minute) // want `time\.Now\(\)\.Add\(-24 \* time\.Hour\) at 00:30 on 9 March 2026 in New York gives 23:30 on 7 March, so Format\("20060102"\) is a day off`
	return t.Format("20060102")
}

func weeks(n int) string {
	t := time.Now().Add(24 * time.Hour).Add(time.Duration(n) * 7 * 24 * time.Hour) // want `time\.Now\(\)\.Add\(24 \* time\.Hour\) at 23:30 on 7 March` `for 7 days, at 23:30 on 1 March 2026 in New York gives 00:30 on 9 March, so Format\("20060102"\) is a day off`
	return t.Format("20060102")
}
