package truncday_hour

import "time"

func Hour(seconds int64) (time.Time, int) {
	start := time.Unix(seconds, 0).Truncate(time.Hour)
	return start, start.Hour()
}

func Shift(seconds int64) (time.Time, int) {
	start := time.Unix(seconds, 0).Round(6 * time.Hour)
	return start, start.Hour()
}
