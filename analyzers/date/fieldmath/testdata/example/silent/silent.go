package silent

import (
	"fmt"
	"time"
)

func lastMonth(t time.Time) string {
	last := t.AddDate(0, -1, 1-t.Day())
	return fmt.Sprintf("%d-%02d", last.Year(), last.Month())
}

func tomorrow(t time.Time) string {
	return t.AddDate(0, 0, 1).Format("02.01.2006")
}

func nextMonth(t time.Time) string {
	return time.Date(t.Year(), t.Month()+1, 1, 0, 0, 0, 0, time.UTC).Month().String()
}
