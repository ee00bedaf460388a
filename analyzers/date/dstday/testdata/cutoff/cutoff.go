// Package cutoff goes back further than need be, so that an hour does not matter.
package cutoff

import "time"

const kept = 3 * 24 * time.Hour

// What is older than three days is merged: a day more or less stays as it is.
func oldest() int64 {
	t := time.Now().Add(-kept)
	return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, t.Location()).Unix()
}

func oldestOf() time.Time {
	year, month, day := time.Now().Add(-kept).Date()
	return time.Date(year, month, day, 0, 0, 0, 0, time.Local)
}

// A day is no slack.
func yesterday() time.Time {
	t := time.Now().Add(-24 * time.Hour) // want `time\.Now\(\)\.Add\(-24 \* time\.Hour\) at 00:30 on 9 March 2026 in New York gives 23:30 on 7 March, so Day is a day off`
	return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, t.Location())
}

// The day that is named is a day off.
func named() string {
	t := time.Now().Add(-kept) // want `time\.Now\(\)\.Add\(-kept\) at 00:30 on 11 March 2026 in New York gives 23:30 on 7 March, so Format\("2006-01-02"\) is a day off`
	return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, t.Location()).Format("2006-01-02")
}

func numbered() int {
	_, _, day := time.Now().Add(-kept).Date() // want `time\.Now\(\)\.Add\(-kept\) at 00:30 on 11 March 2026 in New York gives 23:30 on 7 March, so Date is a day off`
	return day
}
