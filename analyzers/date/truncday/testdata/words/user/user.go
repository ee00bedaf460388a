// Package user takes the time from another package.
package user

import (
	"time"

	"example.com/truncday/words/clock"
)

func day() int {
	return clock.Now().Truncate(24 * time.Hour).Day() // want `clock\.Now\(\)\.Truncate\(24 \* time\.Hour\) at 07:30 on 15 January 2026 in New York is 19:00 on 14 January, not midnight`
}
