package generics

import "time"

type dated interface{ Date() time.Time }

func filter[T dated](list []T) (out []T) {
	now := time.Now()
	start := now.AddDate(0, 0, 1-now.Day()) // want `so Before puts what is earlier that day into the month before`
	for _, x := range list {
		if !x.Date().Before(start) {
			out = append(out, x)
		}
	}
	return out
}

func month[T any](t time.Time, _ T) time.Time {
	return time.Date(t.Year(), t.Month(), 0, 0, 0, 0, 0, t.Location())
}

func firstDay[T any](t time.Time, _ T) time.Time {
	d := month(t, 1)
	firstDay := time.Date(d.Year(), d.Month(), 0, 0, 0, 0, 0, t.Location()) // want `so firstDay is the last day of a month`
	return firstDay
}
