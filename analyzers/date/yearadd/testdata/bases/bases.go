// Package bases compares years with days, and with the date itself, on dates of
// which something is known.
package bases

import "time"

func never() bool {
	a := time.Date(2025, 1, 1, 0, 0, 0, 0, time.UTC)
	return a.AddDate(1, 0, 0) == a.AddDate(0, 0, 365)
}

func always() bool {
	a := time.Date(2027, time.March, 2, 0, 0, 0, 0, time.UTC)
	return a.AddDate(1, 0, 0) == a.AddDate(0, 0, 365) // want `a.AddDate\(1, 0, 0\) on 2 March 2027 is 366 days later, and it is compared with 365 days`
}

func back() bool {
	a := time.Date(2025, 7, 1, 0, 0, 0, 0, time.UTC)
	return a.Equal(a.AddDate(1, 0, 0).AddDate(-1, 0, 0))
}

func backFromLeapDay() bool {
	a := time.Date(2024, 2, 29, 0, 0, 0, 0, time.UTC)
	return a.Equal(a.AddDate(1, 0, 0).AddDate(-1, 0, 0)) // want `on 29 February 2024 gives 1 March 2024`
}

func first(t time.Time) bool {
	a := time.Date(t.Year(), t.Month(), 1, 0, 0, 0, 0, time.UTC)
	return a.AddDate(1, 0, 0).AddDate(-1, 0, 0).Equal(a)
}

func firstInDays(t time.Time) bool {
	a := time.Date(t.Year(), t.Month(), 1, 0, 0, 0, 0, time.UTC)
	return a.AddDate(1, 0, 0).Equal(a.AddDate(0, 0, 365)) // want `on 1 March 2027 is 366 days later, and it is compared with 365 days`
}

func ofMonth(year int) bool {
	a := time.Date(year, time.July, 31, 0, 0, 0, 0, time.UTC)
	return a.AddDate(1, 0, 0).AddDate(-1, 0, 0).Equal(a)
}

// It is asked whether the year is a leap year.

func isLeap(year int) bool {
	a := time.Date(year, 1, 1, 0, 0, 0, 0, time.UTC)
	return a.AddDate(1, 0, 0) != a.AddDate(0, 0, 365)
}

func nextIsLeap(t time.Time) bool {
	a := time.Date(t.Year()+1, time.January, 1, 0, 0, 0, 0, time.UTC)
	return !a.AddDate(1, 0, 0).Equal(a.Add(365 * 24 * time.Hour))
}

func round(t time.Time) bool {
	return t.AddDate(1, 0, 0).AddDate(-1, 0, 0).Equal(t) // want `on 29 February 2028 gives 1 March 2028`
}

func apart(t time.Time) bool {
	length := t.AddDate(2, 0, 0).Sub(t) // want `is 731 days later, and it is compared with 730 days`
	return length == 730*24*time.Hour
}

func apartOfOther(t, u time.Time) bool {
	return t.AddDate(1, 0, 0).Sub(u) == 365*24*time.Hour
}

func apartOfYear(year int) bool {
	a := time.Date(year, time.January, 1, 0, 0, 0, 0, time.UTC)
	return a.AddDate(1, 0, 0).Sub(a) == 365*24*time.Hour
}

func longer(t time.Time) bool { return t.AddDate(1, 0, 0).Sub(t) > 365*24*time.Hour }
