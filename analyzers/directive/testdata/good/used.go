package good

import "time"

// nextYear is called on 1 January only.
//
//leapguard:ignore yearadd called on 1 January only
func nextYear(t time.Time) time.Time {
	return time.Date(t.Year()+1, t.Month(), t.Day(), 0, 0, 0, 0, time.UTC)
}
