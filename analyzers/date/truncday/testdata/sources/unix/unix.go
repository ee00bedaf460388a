package unix

import "time"

func day(n int64) int {
	return time.Unix(n, 0).Truncate(24 * time.Hour).Day() // want `time\.Unix\(n, 0\)\.Truncate\(24 \* time\.Hour\) at 07:30 on 15 January 2026 in New York is 19:00 on 14 January, not midnight`
}
