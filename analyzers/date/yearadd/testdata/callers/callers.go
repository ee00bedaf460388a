// Package callers has helpers that only ever see other days than 29 February.
package callers

import "time"

func quarterAgo(now time.Time) time.Time {
	return lastYear(firstOfMonth(now.AddDate(0, -3, 0)))
}

func firstOfMonth(t time.Time) time.Time {
	return time.Date(t.Year(), t.Month(), 1, 0, 0, 0, 0, time.UTC)
}

func lastYear(month time.Time) time.Time {
	return time.Date(month.Year()-1, month.Month(), month.Day(), 0, 0, 0, 0, time.UTC)
}

func constants() []time.Time {
	return []time.Time{
		next(time.Date(2023, time.May, 4, 0, 0, 0, 0, time.UTC)),
		next(time.Date(2024, time.February, 28, 0, 0, 0, 0, time.UTC)),
	}
}

func next(t time.Time) time.Time {
	return time.Date(t.Year()+1, t.Month(), t.Day(), 0, 0, 0, 0, time.UTC)
}

func both(t time.Time) []time.Time {
	return []time.Time{some(firstOfMonth(t)), some(t)}
}

func some(t time.Time) time.Time {
	return time.Date(t.Year()+1, t.Month(), t.Day(), 0, 0, 0, 0, time.UTC) // want `gives 1 March 2029`
}

func asValue(shift func(func(time.Time) time.Time)) {
	passed(time.Date(2023, time.May, 4, 0, 0, 0, 0, time.UTC))
	shift(passed)
}

func passed(t time.Time) time.Time {
	return time.Date(t.Year()+1, t.Month(), t.Day(), 0, 0, 0, 0, time.UTC) // want `gives 1 March 2029`
}
