package truncday

import "time"

func Day(seconds int64) (time.Time, string) {
	start := time.Unix(seconds, 0).Truncate(24 * time.Hour)
	return start, start.Format(time.DateOnly)
}

func Rounded(seconds int64) (time.Time, int) {
	start := time.Unix(seconds, 0).Round(24 * time.Hour)
	return start, start.Day()
}

func Week(seconds int64) (time.Time, int) {
	start := time.Unix(seconds, 0).Truncate(7 * 24 * time.Hour)
	return start, start.Day()
}

func Berlin(seconds int64) (time.Time, int) {
	loc, err := time.LoadLocation("Europe/Berlin")
	if err != nil {
		return time.Time{}, 0
	}
	start := time.Unix(seconds, 0).In(loc).Truncate(24 * time.Hour)
	return start, start.Day()
}
