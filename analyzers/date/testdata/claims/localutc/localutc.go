package localutc

import "time"

func Start(seconds int64) (time.Time, bool) {
	now := time.Unix(seconds, 0)
	start := time.Date(now.Year(), now.Month(), now.Day(), 0, 0, 0, 0, time.UTC)
	return start, time.Unix(0, 0).Before(start)
}
