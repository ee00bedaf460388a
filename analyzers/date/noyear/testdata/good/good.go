// Package good has years that are not put into times without one.
package good

import "time"

func full(s string, now time.Time) time.Time {
	t, _ := time.Parse(time.RFC3339, s)
	return time.Date(now.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC)
}

func alarm(s string) time.Time {
	now := time.Now()
	t, _ := time.Parse("15:04", s)
	return time.Date(now.Year(), now.Month(), now.Day(), t.Hour(), t.Minute(), 0, 0, time.Local)
}

func sinceZero(s string) time.Time {
	now := time.Now()
	t, _ := time.Parse("15:04", s)
	return t.AddDate(now.Year(), int(now.Month())-1, now.Day()-1)
}

func startOfYear() time.Time {
	first := time.Date(0, time.January, 1, 0, 0, 0, 0, time.UTC)
	return first.AddDate(time.Now().Year(), 0, 0)
}

// The year of the first line, which has one.
func header(year time.Time, line string) time.Time {
	t, _ := time.Parse(time.Stamp, line)
	return t.AddDate(year.Year(), 0, 0)
}

func years(t time.Time, n int) time.Time { return t.AddDate(n, 0, 0) }

// The days of this year that come every year.
func holidays(now time.Time, day string) (time.Time, time.Time) {
	t, _ := time.Parse("01-02", "12-25")
	d, _ := time.Parse("01-02", day)
	return t.AddDate(now.Year(), 0, 0), time.Date(now.Year(), d.Month(), d.Day(), 0, 0, 0, 0, time.UTC)
}

// A day without a time of day is written by people, who mean one of this year.
func deadline(s string) (time.Time, error) {
	t, err := time.Parse("02.01.", s)
	if err != nil {
		return t, err
	}
	return time.Date(time.Now().Year(), t.Month(), t.Day(), 23, 59, 59, 0, time.UTC), nil
}
