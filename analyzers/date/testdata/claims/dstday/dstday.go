package dstday

import "time"

func midnight(t time.Time) time.Time {
	return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.Local)
}

func Nights(arrival, departure time.Time) int {
	return int(midnight(departure).Sub(midnight(arrival)).Hours() / 24)
}

func Next(seconds int64) (time.Time, string) {
	t := time.Unix(seconds, 0).Add(24 * time.Hour)
	return t, t.Format(time.DateOnly)
}
