package good

import "time"

type event struct{ at time.Time }

func zeroed(e event) bool {
	now := time.Now()
	start := time.Date(now.Year(), now.Month(), 1, 0, 0, 0, 0, now.Location())
	return e.at.Before(start)
}

func truncated(e event) bool {
	today := time.Now().UTC().Truncate(24 * time.Hour)
	return e.at.Before(today.AddDate(0, 0, 1-today.Day()))
}

func truncatedLater(e event) bool {
	now := time.Now()
	first := now.AddDate(0, 0, 1-now.Day()).Truncate(24 * time.Hour)
	return e.at.Before(first)
}

func rebuilt(e event) bool {
	now := time.Now()
	first := now.AddDate(0, 0, 1-now.Day())
	start := time.Date(first.Year(), first.Month(), first.Day(), 0, 0, 0, 0, time.Local)
	return e.at.Before(start)
}

func formatted() string {
	now := time.Now()
	return now.AddDate(0, 0, 1-now.Day()).Format("2006-01-02")
}

func weekday() time.Weekday {
	now := time.Now()
	return now.AddDate(0, 0, 1-now.Day()).Weekday()
}

func unknown(e event, t time.Time) bool { return e.at.Before(t.AddDate(0, 0, 1-t.Day())) }

func daysIn(t time.Time) int {
	return time.Date(t.Year(), t.Month()+1, 0, 0, 0, 0, 0, time.UTC).Day()
}

func endOfMonth(t time.Time) time.Time {
	return time.Date(t.Year(), t.Month()+1, 0, 23, 59, 59, 0, t.Location())
}

func lastDayOfPreviousMonth(t time.Time) time.Time {
	return time.Date(t.Year(), t.Month(), 0, 0, 0, 0, 0, t.Location())
}
