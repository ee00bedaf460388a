package edge

import "time"

// Clocks are not changed in Tokyo, nor, as far as is known, in Troll.
func noChange(a, b int) (int, error) {
	loc, err := time.LoadLocation("Asia/Tokyo")
	if err != nil {
		return 0, err
	}
	x := time.Date(2026, time.March, a, 0, 0, 0, 0, loc)
	y := time.Date(2026, time.March, b, 0, 0, 0, 0, loc)
	return int(y.Sub(x).Hours() / 24), nil
}

func unlisted() (string, error) {
	loc, err := time.LoadLocation("Antarctica/Troll")
	if err != nil {
		return "", err
	}
	return time.Now().In(loc).Add(24 * time.Hour).Format(time.DateOnly), nil
}

func fixed(a, b int) int {
	loc := time.FixedZone("", 3600)
	x := time.Date(2026, time.March, a, 0, 0, 0, 0, loc)
	y := time.Date(2026, time.March, b, 0, 0, 0, 0, loc)
	return int(y.Sub(x).Hours() / 24)
}

// Any location may be loaded.
func chosen(name string, n int) (string, error) {
	loc, err := time.LoadLocation(name)
	if err != nil {
		return "", err
	}
	return time.Now().In(loc).Add(time.Duration(n) * 24 * time.Hour).Format(time.DateOnly), nil // want `time\.Now\(\)\.In\(loc\)\.Add\(time\.Duration\(n\) \* 24 \* time\.Hour\), for one day, at 23:30 on 7 March 2026 in New York gives 00:30 on 9 March, so Format\("2006-01-02"\) is a day off`
}

var sydney, _ = time.LoadLocation("Australia/Sydney")

func inSydney() int {
	return time.Now().In(sydney).Add(48 * time.Hour).Day() // want `time\.Now\(\)\.In\(sydney\)\.Add\(48 \* time\.Hour\) at 23:30 on 2 October 2026 in Sydney gives 00:30 on 5 October, so Day is a day off`
}

// Only one end is a midnight.
func half() int {
	now := time.Now()
	return int(now.Sub(time.Date(now.Year(), now.Month(), now.Day()-7, 0, 0, 0, 0, time.Local)).Hours() / 24)
}

// All callers pass UTC.
func between(a, b time.Time) int {
	return int(b.Sub(a).Hours() / 24)
}

func daysBetween(a, b time.Time) int {
	return int(b.Sub(a).Hours() / 24)
}

func utcOnly() int {
	a := time.Date(2026, time.March, 7, 0, 0, 0, 0, time.UTC)
	return between(a, a) + daysBetween(a, a)
}

func zero() (time.Time, int) {
	t := time.Now().Add(0)
	return t, t.Day()
}

func negative() string {
	return time.Now().Add(-(3 * 24 * time.Hour)).Format("Monday") // want `time\.Now\(\)\.Add\(-\(3 \* 24 \* time\.Hour\)\) at 00:30 on 11 March 2026 in New York gives 23:30 on 7 March, so Format\("Monday"\) is a day off`
}

func month() time.Month { return time.Now().Add(24 * time.Hour).Month() }

func year() (int, time.Month) {
	year, month, _ := time.Now().Add(24 * time.Hour).Date()
	return year, month
}

func dated() (int, int) {
	_, _, day := time.Now().Add(24 * time.Hour).Date() // want `time\.Now\(\)\.Add\(24 \* time\.Hour\) at 23:30 on 7 March 2026 in New York gives 00:30 on 9 March, so Date is a day off`
	return 2026, day
}

// Days that are counted again and again.
func halves(a, b time.Time) time.Duration {
	d := local(b).Sub(local(a))
	for d > time.Hour {
		d /= 2
	}
	return d
}

func local(t time.Time) time.Time {
	return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.Local)
}

func captured() func() string {
	tomorrow := time.Now().Add(24 * time.Hour) // want `time\.Now\(\)\.Add\(24 \* time\.Hour\) at 23:30 on 7 March 2026 in New York gives 00:30 on 9 March, so Format\("02\.01\.2006"\) is a day off`
	return func() string { return tomorrow.Format("02.01.2006") }
}
