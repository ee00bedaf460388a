package good

import "time"

type record struct{ created time.Time }

// Both sides are built alike: this counts days.
func daysBetween(a time.Time) int {
	now := time.Now()
	x := time.Date(now.Year(), now.Month(), now.Day(), 0, 0, 0, 0, time.UTC)
	y := time.Date(a.Year(), a.Month(), a.Day(), 0, 0, 0, 0, time.UTC)
	return int(x.Sub(y) / (24 * time.Hour))
}

func alreadyUTC() bool {
	now := time.Now().UTC()
	start := time.Date(now.Year(), now.Month(), now.Day(), 0, 0, 0, 0, time.UTC)
	return start.Before(time.Now())
}

func ownLocation() bool {
	now := time.Now()
	start := time.Date(now.Year(), now.Month(), now.Day(), 0, 0, 0, 0, now.Location())
	return start.Before(now)
}

// What is not known may be a date too.
func unknown(r record, t time.Time) bool {
	now := time.Now()
	start := time.Date(now.Year(), now.Month(), now.Day(), 0, 0, 0, 0, time.UTC)
	return start.Before(r.created) && t.After(start)
}

func parsedDate(text string) (bool, error) {
	now := time.Now()
	today := time.Date(now.Year(), now.Month(), now.Day(), 0, 0, 0, 0, time.UTC)
	due, err := time.Parse(time.DateOnly, text)
	return due.Before(today), err
}

func constant() bool {
	now := time.Now()
	today := time.Date(now.Year(), now.Month(), now.Day(), 0, 0, 0, 0, time.UTC)
	return today.After(time.Date(2026, time.July, 1, 0, 0, 0, 0, time.UTC)) && !today.Equal(time.Time{})
}

func parameter(t time.Time) bool {
	return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC).Before(time.Now())
}

// A date stands in UTC for want of a location.
func Today() time.Time { // want Today:`localAsUTC`
	now := time.Now()
	return time.Date(now.Year(), now.Month(), now.Day(), 0, 0, 0, 0, time.UTC)
}

func label() string {
	now := time.Now()
	return time.Date(now.Year(), now.Month(), now.Day()-1, 0, 0, 0, 0, time.UTC).Format(time.DateOnly)
}

func daysInMonth() int {
	now := time.Now()
	return time.Date(now.Year(), now.Month()+1, 0, 0, 0, 0, 0, time.UTC).Day()
}

// The difference is the offset of the location.
func offset() time.Duration {
	now := time.Now()
	wall := time.Date(now.Year(), now.Month(), now.Day(), now.Hour(), now.Minute(), now.Second(), now.Nanosecond(), time.UTC)
	return wall.Sub(now)
}

func constantYear(year int) bool {
	return time.Now().Before(time.Date(year, time.January, 1, 0, 0, 0, 0, time.UTC))
}

// The year only tells which first of March is meant.
func march() bool {
	now := time.Now()
	return now.Before(time.Date(now.Year(), time.March, 1, 7, 0, 0, 0, time.UTC))
}
