package crossbad

import (
	"time"

	"example.com/dstday/clock"
)

func until(t time.Time) (string, int) {
	next := t.Local().Add(24 * time.Hour) // want `t\.Local\(\)\.Add\(24 \* time\.Hour\) at 23:30 on 7 March 2026 in New York gives 00:30 on 9 March, so Format\("2006-01-02"\) is a day off`
	return next.Format(time.DateOnly), clock.Days(next.Sub(clock.Now()))
}
