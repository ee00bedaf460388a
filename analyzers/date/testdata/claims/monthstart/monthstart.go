package monthstart

import "time"

type Clock interface{ Now() time.Time }

func Before(clock Clock, t time.Time) (time.Time, bool) {
	now := clock.Now()
	start := now.AddDate(0, 0, 1-now.Day())
	return start, !t.Before(start)
}

func LastDay(t time.Time) time.Time {
	return time.Date(t.Year(), t.Month()+1, -1, 0, 0, 0, 0, t.Location())
}

func First(t time.Time) time.Time {
	first := time.Date(t.Year(), t.Month(), 0, 0, 0, 0, 0, t.Location())
	return first
}
