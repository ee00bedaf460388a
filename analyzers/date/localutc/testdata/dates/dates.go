// Package dates has dates without a location.
package dates

import "time"

func Today() time.Time { // want Today:`localAsUTC`
	now := time.Now()
	return time.Date(now.Year(), now.Month(), now.Day(), 0, 0, 0, 0, time.UTC)
}

func TodayUTC() time.Time {
	now := time.Now().UTC()
	return time.Date(now.Year(), now.Month(), now.Day(), 0, 0, 0, 0, time.UTC)
}

func Zero(ok bool) time.Time {
	if !ok {
		return time.Time{}
	}
	return Today()
}
