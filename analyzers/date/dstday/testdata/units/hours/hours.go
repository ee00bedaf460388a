package hours

import "time"

func DaysBetween(a, b time.Time) int {
	return int(b.Sub(a).Hours() / 24) // want `int\(b\.Sub\(a\)\.Hours\(\) / 24\) from midnight of 8 March to that of 9 March 2026 in New York is 0: 8 March has 23 hours`
}
