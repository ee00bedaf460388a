package monthadd

import "time"

func Last(t time.Time) (time.Time, string) {
	t = t.AddDate(0, -1, 0)
	return t, t.Format("2006-01")
}

func Next(t time.Time) (time.Time, time.Month) {
	t = t.AddDate(0, 1, 0)
	return t, t.Month()
}
