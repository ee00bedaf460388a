// Package edge holds forms that are hard to tell.
package edge

import "time"

func constants() string {
	const back = -2
	d := time.Date(2026, 4, 28, 0, 0, 0, 0, time.UTC)
	return d.AddDate(0, back, 0).Format("2006-01")
}

func lastDay() string {
	d := time.Date(2026, 4, 31-1, 0, 0, 0, 0, time.UTC)
	return d.AddDate(0, -2, 0).Format("2006-01") // want `d\.AddDate\(0, -2, 0\) on 30 April 2026 gives 2 March, so "2006-01" names the wrong month`
}

func zero() string {
	var t time.Time
	return t.AddDate(0, 1, 0).Format("2006-01")
}

func endOfMonth() string {
	now := time.Now()
	end := time.Date(now.Year(), now.Month()+1, 1, 0, 0, 0, 0, time.UTC).Add(-time.Second)
	return end.AddDate(0, -1, 0).Format("2006-01") // want `end\.AddDate\(0, -1, 0\) on 31 March 2026 gives 3 March`
}

// oneOf is a first on one path only; which path is taken is not known.
func oneOf(t time.Time, first bool) string {
	if first {
		t = time.Date(t.Year(), t.Month(), 1, 0, 0, 0, 0, time.UTC)
	}
	return t.AddDate(0, 1, 0).Format("2006-01")
}

func value() string {
	add := time.Now().AddDate
	return add(0, -1, 0).Format("2006-01") // want `add\(0, -1, 0\) on 31 March 2026 gives 3 March`
}

func nothing(layout string) string { return time.Now().AddDate(0, -1, 0).Format(layout) }

func yearAndMonth() string {
	return time.Now().AddDate(-1, -1, 0).Format("2006-01") // want `AddDate\(-1, -1, 0\) on 31 March 2026 gives 3 March, so`
}
