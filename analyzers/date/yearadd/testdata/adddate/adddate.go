// Package adddate moves dates by years with AddDate.
package adddate

import "time"

func sameMonthLastYear() string {
	return time.Now().AddDate(-1, 0, 0).Format("2006-01") // want `time\.Now\(\)\.AddDate\(-1, 0, 0\) on 29 February 2028 gives 1 March 2027, so "2006-01" names the wrong month`
}

func nextOf(t time.Time) time.Month {
	next := t.AddDate(1, 0, 0) // want `t\.AddDate\(1, 0, 0\) on 29 February 2028 gives 1 March 2029, so Month names the wrong month`
	return next.Month()
}

func anniversary(t time.Time) string {
	return t.AddDate(1, 0, 0).Format("01-02") // want `t\.AddDate\(1, 0, 0\) on 29 February 2028 gives 1 March 2029, so "01-02" names another day`
}

func undone(t time.Time) bool {
	return t.AddDate(1, 0, 0).AddDate(-1, 0, 0).Equal(t) // want `t\.AddDate\(1, 0, 0\)\.AddDate\(-1, 0, 0\) on 29 February 2028 gives 1 March 2028`
}

func days(start time.Time) bool {
	end := start.Add(365 * 24 * time.Hour)
	return start.AddDate(1, 0, 0).Equal(end) // want `start\.AddDate\(1, 0, 0\) on 1 March 2027 is 366 days later, and it is compared with 365 days`
}

func unix(start time.Time) bool {
	return start.AddDate(0, 0, 730).Unix() == start.AddDate(2, 0, 0).Unix() // want `start\.AddDate\(2, 0, 0\) on 1 March 2026 is 731 days later, and it is compared with 730 days`
}

// Below: nothing to report.

func wholeDate(t time.Time) string { return t.AddDate(1, 0, 0).Format(time.DateOnly) }

func instant(t time.Time) bool { return time.Now().Before(t.AddDate(1, 0, 0)) }

func fourCenturies(t time.Time) string { return t.AddDate(400, 0, 0).Format("2006-01") }

func first(t time.Time) string {
	return time.Date(t.Year(), t.Month(), 1, 0, 0, 0, 0, time.UTC).AddDate(-1, 0, 0).Format("2006-01")
}

func year(t time.Time) int { return t.AddDate(1, 0, 0).Year() }

func sameYears(a, b time.Time) bool { return a.AddDate(1, 0, 0).Equal(b.AddDate(1, 0, 0)) }

func atLeast(start time.Time) bool {
	return start.AddDate(1, 0, 0).After(start.Add(365 * 24 * time.Hour))
}
