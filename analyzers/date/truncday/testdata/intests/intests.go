// Package intests is what the tests test.
package intests

import "time"

// Hours returns the hours from one time to the next day.
func Hours(start time.Time) []time.Time {
	var out []time.Time
	for h := range 24 {
		out = append(out, start.Add(time.Duration(h)*time.Hour))
	}
	return out
}

func today() string {
	return time.Now().Truncate(24 * time.Hour).Format("2006-01-02") // want `time\.Now\(\)\.Truncate\(24 \* time\.Hour\) at 07:30 on 15 January 2026 in New York is 19:00 on 14 January, not midnight`
}
