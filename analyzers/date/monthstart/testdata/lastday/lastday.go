// Package lastday has days before the first that are meant.
package lastday

import "time"

type age struct{ months, days int }

func corrected(t time.Time) time.Time {
	start := time.Date(t.Year(), t.Month(), 0, 0, 0, 0, 0, t.Location())
	return start.AddDate(0, 0, 1)
}

func exclusive(t, x time.Time) bool {
	from := time.Date(t.Year(), t.Month(), 0, 0, 0, 0, 0, t.Location())
	return x.After(from)
}

func atTheEnd(t time.Time) time.Time {
	since := time.Date(t.Year(), t.Month(), 0, 23, 59, 59, 0, t.Location())
	return since
}

func beforeLast(t time.Time) time.Time {
	penultimateDay := time.Date(t.Year(), t.Month(), -1, 0, 0, 0, 0, t.Location())
	return penultimateDay
}

func borrowed(t time.Time, a age) int {
	return a.days + time.Date(t.Year(), t.Month(), 0, 0, 0, 0, 0, time.UTC).Day()
}

func lastMonth(t time.Time) (start, end time.Time) {
	end = time.Date(t.Year(), t.Month(), 0, 0, 0, 0, 0, t.Location())
	startOfPrevious := time.Date(t.Year(), t.Month(), 0, 0, 0, 0, 0, t.Location())
	_ = startOfPrevious
	return start, end
}

// Origins that days are counted from.
var (
	startOfTime  = time.Date(0, 0, 0, 0, 0, 0, 0, time.UTC)
	epochStart   = time.Date(1900, 1, 0, 0, 0, 0, 0, time.UTC).AddDate(0, 0, 1)
	firstWeekday = time.Date(2026, 1, 0, 0, 0, 0, 0, time.UTC).Weekday()
)

func movedAtOnce(t time.Time) time.Time {
	return time.Date(t.Year(), t.Month(), -1, 0, 0, 0, 0, t.Location()).AddDate(0, 0, 2)
}
