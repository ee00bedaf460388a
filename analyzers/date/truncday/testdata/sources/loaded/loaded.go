package loaded

import "time"

func day(t time.Time) (int, error) {
	loc, err := time.LoadLocation("America/Denver")
	return t.In(loc).Truncate(24 * time.Hour).Day(), err // want `t\.In\(loc\)\.Truncate\(24 \* time\.Hour\) at 07:30 on 15 January 2026 in Denver is 17:00 on 14 January, not midnight`
}
