// Package intests is what the tests test.
package intests

import "time"

// Past reports whether a time is over.
func Past(t time.Time) bool { return t.Before(time.Now()) }

func today() bool {
	now := time.Now()
	start := time.Date(now.Year(), now.Month(), now.Day(), 0, 0, 0, 0, time.UTC) // want `time\.Date\(now\.Year\(\), now\.Month\(\), now\.Day\(\), \.\.\.\) at 23:30 on 15 January 2026 in New York gives 19:00 on 14 January there, yet is compared with a point in time`
	return Past(start)
}
