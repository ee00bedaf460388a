package bad

import (
	"math"
	"time"
)

func days(a, b time.Time) int {
	a, b = midnight(a.Local()), midnight(b.Local())
	return int(b.Sub(a).Hours() / 24) // want `int\(b\.Sub\(a\)\.Hours\(\) / 24\) from midnight of 8 March to that of 9 March 2026 in New York is 0: 8 March has 23 hours`
}

func midnight(t time.Time) time.Time {
	return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.Local)
}

func integer(a, b int) (int, int64, float64, int) {
	x := time.Date(2026, time.March, a, 0, 0, 0, 0, time.Local)
	y := time.Date(2026, time.March, b, 0, 0, 0, 0, time.Local)
	d := y.Sub(x)
	return int(d.Hours()) / 24, // want `int\(d\.Hours\(\)\) / 24 from midnight of 8 March to that of 9 March 2026 in New York is 0: 8 March has 23 hours`
		int64(d / (24 * time.Hour)), // want `d / \(24 \* time\.Hour\) from midnight of 8 March to that of 9 March 2026 in New York is 0: 8 March has 23 hours`
		math.Floor(d.Hours() / 24), // want `math\.Floor\(d\.Hours\(\) / 24\) from midnight of 8 March to that of 9 March 2026 in New York is 0: 8 March has 23 hours`
		int(math.Abs(d.Minutes())) / 1440 // want `int\(math\.Abs\(d\.Minutes\(\)\)\) / 1440 from midnight of 8 March to that of 9 March 2026 in New York is 0: 8 March has 23 hours`
}

func nights(a, b int) int {
	x := time.Date(2026, time.October, a, 0, 0, 0, 0, time.Local)
	y := time.Date(2026, time.October, b, 0, 0, 0, 0, time.Local)
	return int(math.Ceil(y.Sub(x).Hours() / 24)) // want `math\.Ceil\(y\.Sub\(x\)\.Hours\(\) / 24\) from midnight of 1 November to that of 2 November 2026 in New York is 2: 1 November has 25 hours`
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
	return int(b.Sub(a) / (7 * 24 * time.Hour)), err // want `b\.Sub\(a\) / \(7 \* 24 \* time\.Hour\) from midnight of 23 March to that of 30 March 2026 in Berlin is 0: 29 March has 23 hours`
}

func inHelper(a, b time.Time) int {
	return whole(midnight(b).Sub(midnight(a))) // want `midnight\(b\)\.Sub\(midnight\(a\)\), cut to whole days, from midnight of 8 March to that of 9 March 2026 in New York is 0: 8 March has 23 hours`
}

func whole(d time.Duration) int { return int(d.Hours() / 24) }

// The location is the caller's.
func Nights(a, b time.Time) int {
	x := time.Date(a.Year(), a.Month(), a.Day(), 0, 0, 0, 0, a.Location())
	y := time.Date(b.Year(), b.Month(), b.Day(), 0, 0, 0, 0, b.Location())
	return int(y.Sub(x).Hours() / 24) // want `int\(y\.Sub\(x\)\.Hours\(\) / 24\) from midnight of 8 March to that of 9 March 2026 in New York is 0: 8 March has 23 hours`
}

func DaysBetween(from, to time.Time) int {
	return int(math.Floor(to.Sub(from).Hours() / 24)) // want `math\.Floor\(to\.Sub\(from\)\.Hours\(\) / 24\) from midnight of 8 March to that of 9 March 2026 in New York is 0: 8 March has 23 hours`
}

func DaysApart(start, end time.Time) int {
	if start.After(end) {
		start, end = end, start
	}
	duration := end.Sub(start)
	return int(duration.Hours() / 24) // want `int\(duration\.Hours\(\) / 24\) from midnight of 8 March to that of 9 March 2026 in New York is 0: 8 March has 23 hours`
}

func labels(n int) []string {
	var out []string
	for t := time.Now(); len(out) < n; t = t.Add(24 * time.Hour) { // want `t\.Add\(24 \* time\.Hour\) at 23:30 on 7 March 2026 in New York gives 00:30 on 9 March, so Format\("2006-01-02"\) is a day off`
		out = append(out, t.Format("2006-01-02"))
	}
	return out
}

func yesterday() string {
	return time.Now().Add(-24 * time.Hour).Format("20060102") // want `time\.Now\(\)\.Add\(-24 \* time\.Hour\) at 00:30 on 9 March 2026 in New York gives 23:30 on 7 March, so Format\("20060102"\) is a day off`
}

func daysAgo(n int) int {
	return time.Now().Add(-time.Duration(n) * 24 * time.Hour).YearDay() // want `time\.Now\(\)\.Add\(-time\.Duration\(n\) \* 24 \* time\.Hour\), for one day, at 00:30 on 9 March 2026 in New York gives 23:30 on 7 March, so YearDay is a day off`
}

func later(n int) time.Weekday {
	const day = 24 * time.Hour
	return time.Now().Add(time.Duration(n) * day).Weekday() // want `time\.Now\(\)\.Add\(time\.Duration\(n\) \* day\), for one day, at 23:30 on 7 March 2026 in New York gives 00:30 on 9 March, so Weekday is a day off`
}

func endOfDay() time.Time {
	return midnight(time.Now()).Add(24 * time.Hour) // want `midnight\(time\.Now\(\)\)\.Add\(24 \* time\.Hour\) from midnight of 1 November 2026 in New York gives 23:00 on 1 November, not midnight of 2 November`
}

func eve() time.Time {
	return midnight(time.Now()).Add(-7 * 24 * time.Hour) // want `midnight\(time\.Now\(\)\)\.Add\(-7 \* 24 \* time\.Hour\) from midnight of 15 March 2026 in New York gives 23:00 on 7 March, not midnight of 8 March`
}

// The day of the result is taken in the location that the caller chose.
func NextDay(t time.Time) time.Time {
	t = t.Add(24 * time.Hour) // want `t\.Add\(24 \* time\.Hour\) at 23:30 on 7 March 2026 in New York gives 00:30 on 9 March, so Date is a day off`
	year, month, day := t.Date()
	return time.Date(year, month, day, 0, 0, 0, 0, t.Location())
}
