// Package good uses both results of ISOWeek together, or keeps clear of the
// days around New Year.
package good

import (
	"fmt"
	"strconv"
	"time"
)

func label(t time.Time) string {
	year, week := t.ISOWeek()
	return fmt.Sprintf("%d-W%02d", year, week)
}

func both(t time.Time) string {
	year, week := t.ISOWeek()
	return fmt.Sprintf("%d (%d-W%02d)", t.Year(), year, week)
}

func weekOfYear(t time.Time) (int, int) { return t.ISOWeek() }

func alone(t time.Time) int {
	_, week := t.ISOWeek()
	return week
}

func fullDate(t time.Time) string {
	_, week := t.ISOWeek()
	return fmt.Sprintf("%d-%02d-%02d, week %d", t.Year(), t.Month(), t.Day(), week)
}

func fullLayout(t time.Time) string {
	_, week := t.ISOWeek()
	return t.Format(time.DateOnly) + " W" + strconv.Itoa(week)
}

func sameWeek(a, b time.Time) bool {
	ya, wa := a.ISOWeek()
	yb, wb := b.ISOWeek()
	return ya == yb && wa == wb
}

func lastWeek(year int) string {
	t := time.Date(year, time.December, 28, 0, 0, 0, 0, time.UTC)
	_, week := t.ISOWeek()
	return fmt.Sprintf("%d-W%02d", t.Year(), week)
}

func summer(year int) string {
	t := time.Date(year, time.July, 1, 0, 0, 0, 0, time.UTC)
	_, week := t.ISOWeek()
	return fmt.Sprintf("%d-W%02d", t.Year(), week)
}

// thursday decides on the year of a week.
func thursday(t time.Time) string {
	t = t.AddDate(0, 0, 3-(int(t.Weekday())+6)%7)
	_, week := t.ISOWeek()
	return fmt.Sprintf("%d-W%02d", t.Year(), week)
}

func corrected(t time.Time) string {
	year := t.Year()
	_, week := t.ISOWeek()
	switch {
	case week == 1 && t.Month() == time.December:
		return fmt.Sprintf("%d-W%02d", year+1, week)
	case week >= 52 && t.Month() == time.January:
		return fmt.Sprintf("%d-W%02d", year-1, week)
	}
	return fmt.Sprintf("%d-W%02d", year, week)
}

func compared(t time.Time) string {
	isoYear, week := t.ISOWeek()
	if isoYear != t.Year() {
		return "over New Year"
	}
	return fmt.Sprintf("%d-W%02d", t.Year(), week)
}

func two(a, b time.Time) string {
	_, week := a.ISOWeek()
	return fmt.Sprintf("%d, week %d", b.Year(), week)
}

func start(t time.Time) time.Time {
	year, week := t.ISOWeek()
	return time.Date(year, time.January, 4+7*(week-1), 0, 0, 0, 0, time.UTC)
}

// The months around New Year have as many days in every year.
func length(t time.Time) (int, int) {
	year, week := t.ISOWeek()
	return time.Date(year, t.Month()+1, 0, 0, 0, 0, 0, time.UTC).Day(), week
}
