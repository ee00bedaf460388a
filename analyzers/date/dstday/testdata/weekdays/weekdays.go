// Package weekdays steps from days of the week that are known: clocks are
// changed on Sundays.
package weekdays

import "time"

func today() time.Time {
	now := time.Now()
	return time.Date(now.Year(), now.Month(), now.Day(), 0, 0, 0, 0, time.Local)
}

// From Monday to Monday, no clock is changed but on Sunday.
func monday() time.Time {
	t := today()
	if t.Weekday() == time.Sunday {
		return t.Add(-6 * 24 * time.Hour)
	}
	return t.Add(time.Duration(1-t.Weekday()) * 24 * time.Hour)
}

func sunday() time.Time {
	t := today()
	return t.Add(-time.Duration(t.Weekday()) * 24 * time.Hour) // want `, for 6 days, from midnight of 14 March 2026 in New York gives 23:00 on 7 March, not midnight of 8 March`
}

func lastMonday() time.Time {
	t := today()
	if t.Weekday() == time.Monday {
		return t.Add(-7 * 24 * time.Hour) // want `t\.Add\(-7 \* 24 \* time\.Hour\) from midnight of 9 March 2026 in New York gives 23:00 on 1 March, not midnight of 2 March`
	}
	return t
}

func working() string {
	now := time.Now()
	switch now.Weekday() {
	case time.Saturday:
		now = now.Add(48 * time.Hour) // want `now\.Add\(48 \* time\.Hour\) at 23:30 on 7 March 2026 in New York gives 00:30 on 10 March, so Format\("02\.01\.2006"\) is a day off`
	case time.Tuesday, time.Wednesday:
		now = now.Add(24 * time.Hour)
	}
	return now.Format("02.01.2006")
}

// Numbers that are known to be in a range.
func back(n int) time.Time {
	if n >= 0 || n < -5 {
		return today()
	}
	return today().Add(time.Duration(n) * 24 * time.Hour) // want `, for one day, from midnight of 9 March 2026 in New York gives 23:00 on 7 March, not midnight of 8 March`
}

func fortnights(n int) time.Time {
	if n < 2 {
		return today()
	}
	return today().Add(time.Duration(n) * 7 * 24 * time.Hour) // want `, for 14 days, from midnight of 19 October 2026 in New York gives 23:00 on 1 November, not midnight of 2 November`
}
