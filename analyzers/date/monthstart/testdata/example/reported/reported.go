package reported

import "time"

type order struct{ created time.Time }

// thisMonth counts the orders of this month.
func thisMonth(orders []order) (n int) {
	now := time.Now()
	start := now.AddDate(0, 0, 1-now.Day()) // want `now.AddDate\(0, 0, 1 - now.Day\(\)\) on 20 November 2026 at 15:30 gives 1 November 15:30, so Before puts what is earlier that day into the month before`
	for _, o := range orders {
		if !o.created.Before(start) {
			n++
		}
	}
	return n
}

func lastDay(t time.Time) time.Time {
	return time.Date(t.Year(), t.Month()+1, -1, 0, 0, 0, 0, t.Location()) // want `time.Date\(t.Year\(\), t.Month\(\) \+ 1, -1, ...\) for December 2026 is 29 November 2026, the day before the last of a month`
}

func span(t time.Time) (first, last time.Time) {
	first = time.Date(t.Year(), t.Month(), 0, 0, 0, 0, 0, t.Location()) // want `time.Date\(t.Year\(\), t.Month\(\), 0, ...\) for November 2026 is 31 October 2026, so first is the last day of a month`
	return first, lastDay(t)
}
