// Package bad takes the days of the location that it runs in to have 24 hours.
package bad

import "time"

func yesterday() string {
	return time.Now().Add(-24 * time.Hour).Format("20060102") // want `time\.Now\(\)\.Add\(-24 \* time\.Hour\) at 00:30 on 9 March 2026 in New York gives 23:30 on 7 March, so Format\("20060102"\) is a day off`
}

func midnight(t time.Time) time.Time {
	return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.Local)
}

func endOfDay() time.Time {
	return midnight(time.Now()).Add(24 * time.Hour) // want `from midnight of 1 November 2026 in New York gives 23:00 on 1 November`
}

func days(a, b time.Time) int {
	return int(midnight(b).Sub(midnight(a)).Hours() / 24) // want `from midnight of 8 March to that of 9 March 2026 in New York is 0`
}

// NextDay returns the midnight after t, in the location of t.
func NextDay(t time.Time) time.Time {
	t = t.Add(24 * time.Hour) // want `at 23:30 on 7 March 2026 in New York gives 00:30 on 9 March, so Date is a day off`
	year, month, day := t.Date()
	return time.Date(year, month, day, 0, 0, 0, 0, t.Location())
}
