// Package intests is what the tests test.
package intests

import "time"

// Over reports whether a month from a time is over.
func Over(t time.Time) bool { return time.Now().After(t.AddDate(0, 1, 0)) }

func old() time.Time {
	past := time.Now().AddDate(0, -3, 0) // want `time.Now\(\).AddDate\(0, -3, 0\) on 31 May 2026 gives 3 March, so Month names the wrong month`
	return time.Date(past.Year(), past.Month(), 10, 0, 0, 0, 0, time.UTC)
}
