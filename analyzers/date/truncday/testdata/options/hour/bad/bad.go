package bad

import "time"

func hour() int {
	return time.Now().Truncate(time.Hour).Hour() // want `time\.Now\(\)\.Truncate\(time\.Hour\) at 10:10 on 15 January 2026 in Kolkata is 09:30, not a whole hour`
}

func label(seconds int64) string {
	return time.Unix(seconds, 0).Truncate(time.Hour).Format("02.01. 15:04") // want `time\.Unix\(seconds, 0\)\.Truncate\(time\.Hour\) at 10:10 on 15 January 2026 in Kolkata is 09:30, not a whole hour`
}

func rounded() (int, int, int) {
	return time.Now().Round(time.Hour).Clock() // want `time\.Now\(\)\.Round\(time\.Hour\) at 10:10 on 15 January 2026 in Kolkata is 10:30, not a whole hour`
}

func shift() int {
	return time.Now().Truncate(6 * time.Hour).Hour() // want `time\.Now\(\)\.Truncate\(6 \* time\.Hour\) at 10:10 on 15 January 2026 in Kolkata is 05:30, not a whole hour`
}

func kolkata() (int, error) {
	loc, err := time.LoadLocation("Asia/Kolkata")
	if err != nil {
		return 0, err
	}
	return time.Now().In(loc).Truncate(time.Hour).Hour(), nil // want `time\.Now\(\)\.In\(loc\)\.Truncate\(time\.Hour\) at 10:10 on 15 January 2026 in Kolkata is 09:30, not a whole hour`
}

// The location is any.
func in(t time.Time, loc *time.Location) string {
	return t.In(loc).Truncate(time.Hour).Format("15:04") // want `t\.In\(loc\)\.Truncate\(time\.Hour\) at 10:10 on 15 January 2026 in Kolkata is 09:30, not a whole hour`
}

type report struct{ location *time.Location }

func (r *report) hour(t time.Time) int {
	return t.In(r.location).Truncate(time.Hour).Hour() // want `t\.In\(r\.location\)\.Truncate\(time\.Hour\) at 10:10 on 15 January 2026 in Kolkata is 09:30, not a whole hour`
}

// Where the day is reset the location counts, where the hour is it does not.
func next(t time.Time, day int, hours map[int]bool) time.Time {
	reset := false
	for t.Day() != day {
		if !reset {
			reset = true
			t = time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, t.Location())
		}
		t = t.AddDate(0, 0, 1)
	}
	for !hours[t.Hour()] {
		if !reset {
			reset = true
			t = t.Truncate(time.Hour) // want `t\.Truncate\(time\.Hour\) at 10:10 on 15 January 2026 in Kolkata is 09:30, not a whole hour`
		}
		t = t.Add(time.Hour)
	}
	return t
}

func StartOfHour() time.Time {
	return time.Now().Truncate(time.Hour) // want `time\.Now\(\)\.Truncate\(time\.Hour\) at 10:10 on 15 January 2026 in Kolkata is 09:30, not a whole hour`
}

func isOver(t time.Time) bool {
	lastHour := time.Now().Add(-time.Hour).Truncate(time.Hour) // want `time\.Now\(\)\.Add\(-time\.Hour\)\.Truncate\(time\.Hour\) at 10:10 on 15 January 2026 in Kolkata is 09:30, not a whole hour`
	return t.Before(lastHour)
}
