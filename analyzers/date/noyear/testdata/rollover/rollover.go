// Package rollover deals with the turn of the year.
package rollover

import "time"

func after(s string) time.Time {
	now := time.Now()
	t, _ := time.Parse(time.Stamp, s)
	t = t.AddDate(now.Year(), 0, 0)
	if t.After(now.Add(24 * time.Hour)) {
		t = t.AddDate(-1, 0, 0)
	}
	return t
}

func months(s string, now time.Time) time.Time {
	t, _ := time.Parse(time.Stamp, s)
	if t.Month() == time.December && now.Month() == time.January {
		return t.AddDate(now.Year()-1, 0, 0)
	}
	return t.AddDate(now.Year(), 0, 0)
}

func counted(s string) time.Time {
	now := time.Now()
	t, _ := time.Parse(time.Stamp, s)
	year := now.Year()
	if t.Month() > now.Month() {
		year--
	}
	return time.Date(year, t.Month(), t.Day(), t.Hour(), t.Minute(), t.Second(), 0, time.UTC)
}

func rejected(s string) (time.Time, bool) {
	now := time.Now()
	t, _ := time.Parse(time.Stamp, s)
	t = time.Date(now.Year(), t.Month(), t.Day(), t.Hour(), t.Minute(), t.Second(), 0, time.UTC)
	return t, now.Sub(t) > 0 || t.Sub(now) < time.Hour
}

// The caller deals with it.
func thisYear(s string) time.Time {
	t, _ := time.Parse(time.Stamp, s)
	return t.AddDate(time.Now().Year(), 0, 0)
}

func caller(s string) time.Time {
	t := thisYear(s)
	if time.Until(t) > time.Hour {
		t = t.AddDate(-1, 0, 0)
	}
	return t
}

// A helper does.
func helped(s string) time.Time {
	now := time.Now()
	t, _ := time.Parse(time.Stamp, s)
	t = t.AddDate(now.Year(), 0, 0)
	return nearest(t, now)
}

func nearest(t, to time.Time) time.Time {
	for _, year := range []int{-1, 1} {
		if other := t.AddDate(year, 0, 0); other.Sub(to).Abs() < t.Sub(to).Abs() {
			t = other
		}
	}
	return t
}
