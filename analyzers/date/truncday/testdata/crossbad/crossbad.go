package crossbad

import (
	"time"

	"example.com/truncday/clock"
)

func key() string {
	return time.Now().Truncate(clock.Day).Format("20060102") // want `time\.Now\(\)\.Truncate\(clock\.Day\) at 07:30 on 15 January 2026 in New York is 19:00 on 14 January, not midnight`
}

func local() int {
	return clock.Now().Local().Truncate(clock.Day).Day() // want `clock\.Now\(\)\.Local\(\)\.Truncate\(clock\.Day\) at 07:30 on 15 January 2026 in New York is 19:00 on 14 January, not midnight`
}
