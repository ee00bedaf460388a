package yearadd

import (
	"fmt"
	"time"
)

func Text(now time.Time) (string, time.Time, error) {
	year, month, day := now.Date()
	text := fmt.Sprintf("%d-%02d-%02d", year+1, month, day)
	t, err := time.Parse(time.DateOnly, text)
	return text, t, err
}

func Renewal(t time.Time) time.Time {
	return time.Date(t.Year()+1, t.Month(), t.Day(), 0, 0, 0, 0, time.UTC)
}
