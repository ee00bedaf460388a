package edge

import (
	clock "time"
)

type source interface{ Now() clock.Time }

type event struct{ at clock.Time }

func renamed(e event, s source) bool {
	now := s.Now().Local()
	start := now.AddDate(0, 0, 1-now.Day()) // want `so Before puts what is earlier that day into the month before`
	return e.at.Before(start)
}

func branches(e event, utc bool) bool {
	now := clock.Now()
	if utc {
		now = now.UTC()
	}
	return now.AddDate(0, 0, 1-now.Day()).After(e.at) // want `so After puts what is earlier that day into the month before`
}

func literal() func(event) bool {
	now := clock.Now()
	day := now.Day()
	start := now.AddDate(0, 0, -day+1) // want `so Before puts what is earlier that day into the month before`
	return func(e event) bool { return e.at.Before(start) }
}

func otherDay(e event, other clock.Time) bool {
	now := clock.Now()
	return e.at.Before(now.AddDate(0, 0, 1-other.Day()))
}

func lastOfMonth(e event) bool {
	now := clock.Now()
	return e.at.Before(now.AddDate(0, 0, -now.Day()))
}

func parameter(e event) bool { return inMonthOf(e, clock.Now()) }

func inMonthOf(e event, now clock.Time) bool {
	return !e.at.Before(now.AddDate(0, 0, 1-now.Day())) // want `so Before puts what is earlier that day into the month before`
}
