package crossgood

import (
	"time"

	"example.com/localutc/dates"
)

func late(due time.Time) bool {
	return due.Before(dates.Today())
}

func elapsed() time.Duration {
	return time.Since(dates.TodayUTC())
}

func name() string { return dates.Today().Format(time.DateOnly) }
