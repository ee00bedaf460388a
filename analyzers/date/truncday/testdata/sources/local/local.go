package local

import "time"

func day(t time.Time) int {
	return t.Local().Truncate(24 * time.Hour).Day() // want `t\.Local\(\)\.Truncate\(24 \* time\.Hour\) at 07:30 on 15 January 2026 in New York is 19:00 on 14 January, not midnight`
}
