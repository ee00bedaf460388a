package bad

import "time"

func today() string {
	return time.Now().Truncate(24 * time.Hour).Format("2006-01-02") // want `time\.Now\(\)\.Truncate\(24 \* time\.Hour\) at 07:30 on 15 January 2026 in New York is 19:00 on 14 January, not midnight`
}

func day() int {
	start := time.Now().Truncate(24 * time.Hour) // want `time\.Now\(\)\.Truncate\(24 \* time\.Hour\) at 07:30 on 15 January 2026 in New York is 19:00 on 14 January, not midnight`
	return start.Day()
}

func parts(seconds int64) (int, time.Month, int) {
	return time.Unix(seconds, 0).Truncate(time.Hour * 24).Date() // want `time\.Unix\(seconds, 0\)\.Truncate\(time\.Hour \* 24\) at 07:30 on 15 January 2026 in New York is 19:00 on 14 January, not midnight`
}

func window() (from, to time.Time) {
	from = time.Now().Truncate(24 * time.Hour) // want `time\.Now\(\)\.Truncate\(24 \* time\.Hour\) at 07:30 on 15 January 2026 in New York is 19:00 on 14 January, not midnight`
	return from, from.AddDate(0, 0, 1)
}

func since(t time.Time) bool {
	today := time.Now().Truncate(24 * time.Hour) // want `time\.Now\(\)\.Truncate\(24 \* time\.Hour\) at 07:30 on 15 January 2026 in New York is 19:00 on 14 January, not midnight`
	return !t.Before(today)
}

func rounded() string {
	return time.Now().Round(24 * time.Hour).Format("02.01.2006 15:04") // want `time\.Now\(\)\.Round\(24 \* time\.Hour\) at 07:30 on 15 January 2026 in New York is 19:00 on 15 January, not midnight`
}

func week() time.Weekday {
	return time.Now().Local().Truncate(7 * 24 * time.Hour).Weekday() // want `time\.Now\(\)\.Local\(\)\.Truncate\(7 \* 24 \* time\.Hour\) at 23:30 on 15 January 2026 in New York is 19:00 on 11 January, not midnight`
}

func StartOfToday() time.Time {
	return time.Now().Truncate(24 * time.Hour) // want `time\.Now\(\)\.Truncate\(24 \* time\.Hour\) at 07:30 on 15 January 2026 in New York is 19:00 on 14 January, not midnight`
}

func isToday(year int, month time.Month, day int) bool {
	t := time.Date(year, month, day, 0, 0, 0, 0, time.Local)
	return t.Equal(time.Now().Truncate(24 * time.Hour)) // want `time\.Now\(\)\.Truncate\(24 \* time\.Hour\) at 07:30 on 15 January 2026 in New York is 19:00 on 14 January, not midnight`
}

func berlin() (string, error) {
	loc, err := time.LoadLocation("Europe/Berlin")
	if err != nil {
		return "", err
	}
	return time.Now().In(loc).Truncate(24 * time.Hour).Format(time.DateOnly), nil // want `time\.Now\(\)\.In\(loc\)\.Truncate\(24 \* time\.Hour\) at 00:30 on 15 January 2026 in Berlin is 01:00 on 14 January, not midnight`
}

func throughHelper() string {
	return label(time.Now().Truncate(24 * time.Hour)) // want `time\.Now\(\)\.Truncate\(24 \* time\.Hour\) at 07:30 on 15 January 2026 in New York is 19:00 on 14 January, not midnight`
}

func label(t time.Time) string { return t.Format("Jan _2") }

type report struct{ dayStart time.Time }

func newReport(t time.Time) (*report, bool) {
	yesterday := time.Now().Truncate(24 * time.Hour).Add(-24 * time.Hour) // want `time\.Now\(\)\.Truncate\(24 \* time\.Hour\) at 07:30 on 15 January 2026 in New York is 19:00 on 14 January, not midnight`
	return &report{dayStart: yesterday}, t.After(yesterday)
}
