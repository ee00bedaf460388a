// Package anchors moves dates by a distance that depends on them.
package anchors

import "time"

func firstOfMonth(t time.Time) time.Time {
	first := t.AddDate(0, 0, 1-t.Day())
	return time.Date(first.Year()+1, first.Month(), first.Day(), 0, 0, 0, 0, time.UTC)
}

func firstByHours(t time.Time) time.Time {
	first := t.Add(-time.Duration(t.Day()-1) * 24 * time.Hour)
	return time.Date(first.Year()+1, first.Month(), first.Day(), 0, 0, 0, 0, time.UTC)
}

func firstOfYear(t time.Time) time.Time {
	first := t.AddDate(0, 1-int(t.Month()), 1-t.Day())
	return time.Date(first.Year()+1, first.Month(), first.Day(), 0, 0, 0, 0, time.UTC)
}

func weekLater(t time.Time) time.Time {
	t = t.AddDate(0, 0, 7)
	return time.Date(t.Year()+1, t.Month(), t.Day(), 0, 0, 0, 0, time.UTC) // want `gives 1 March 2029`
}
