package silent

import "time"

type order struct{ created time.Time }

// thisMonth counts the orders of this month.
func thisMonth(orders []order) (n int) {
	now := time.Now()
	start := time.Date(now.Year(), now.Month(), 1, 0, 0, 0, 0, now.Location())
	for _, o := range orders {
		if !o.created.Before(start) {
			n++
		}
	}
	return n
}

func lastDay(t time.Time) time.Time {
	return time.Date(t.Year(), t.Month()+1, 0, 0, 0, 0, 0, t.Location())
}

func span(t time.Time) (first, last time.Time) {
	first = time.Date(t.Year(), t.Month(), 1, 0, 0, 0, 0, t.Location())
	return first, lastDay(t)
}
