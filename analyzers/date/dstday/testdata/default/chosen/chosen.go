// Package chosen is given its location: by callers, or by name.
package chosen

import "time"

// NextDay returns the midnight after t, in the location of t.
func NextDay(t time.Time) time.Time {
	t = t.Add(24 * time.Hour) // want `at 23:30 on 7 March 2026 in New York gives 00:30 on 9 March, so Date is a day off`
	year, month, day := t.Date()
	return time.Date(year, month, day, 0, 0, 0, 0, t.Location())
}

func weeks(from, to string) (int, error) {
	loc, err := time.LoadLocation("Europe/Berlin")
	if err != nil {
		return 0, err
	}
	a, err := time.ParseInLocation(time.DateOnly, from, loc)
	if err != nil {
		return 0, err
	}
	b, err := time.ParseInLocation(time.DateOnly, to, loc)
	return int(b.Sub(a) / (7 * 24 * time.Hour)), err // want `from midnight of 23 March to that of 30 March 2026 in Berlin is 0`
}

func nights(from, to string) (int, error) {
	loc, err := time.LoadLocation("Asia/Tokyo") // whose clocks are not changed
	if err != nil {
		return 0, err
	}
	a, err := time.ParseInLocation(time.DateOnly, from, loc)
	if err != nil {
		return 0, err
	}
	b, err := time.ParseInLocation(time.DateOnly, to, loc)
	return int(b.Sub(a) / (24 * time.Hour)), err
}
