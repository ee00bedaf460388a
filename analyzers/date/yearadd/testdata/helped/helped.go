// Package helped adds years with helpers of which each does one thing.
package helped

import (
	"fmt"
	"time"

	"example.com/yearadd/helpers/dateonly"
	"example.com/yearadd/helpers/datetime"
	"example.com/yearadd/helpers/floor"
	"example.com/yearadd/helpers/layout"
	"example.com/yearadd/helpers/leap"
	"example.com/yearadd/helpers/parts"
	"example.com/yearadd/helpers/rfc3339"
)

// otherYear tests the year that it comes from.
func otherYear(t time.Time) time.Time {
	y, m, d := t.Date()
	if m == time.February && d == 29 && !leap.Is(y) {
		d--
	}
	return time.Date(y+1, m, d, 0, 0, 0, 0, time.UTC) // want `gives 1 March 2029`
}

func rightYear(t time.Time) time.Time {
	y, m, d := t.Date()
	if m == time.February && d == 29 && !leap.Is(y+1) {
		d--
	}
	return time.Date(y+1, m, d, 0, 0, 0, 0, time.UTC)
}

func yearAndMonth(t time.Time) time.Time {
	y, m := parts.Of(t)
	return time.Date(y+1, m, t.Day(), 0, 0, 0, 0, time.UTC) // want `gives 1 March 2029`
}

func date(t time.Time) string {
	return fmt.Sprintf("%d-%02d-%02d", t.Year()+1, t.Month(), t.Day())
}

func only(t time.Time) (time.Time, error) {
	return dateonly.From(date(t)) // want `is "2029-02-29", which dateonly.From rejects`
}

func clock(t time.Time) (time.Time, error) {
	return datetime.From(date(t) + " 00:00:00") // want `is "2029-02-29 00:00:00", which datetime.From rejects`
}

func zoned(t time.Time) (time.Time, error) {
	return rfc3339.From(date(t) + "T00:00:00Z") // want `is "2029-02-29T00:00:00Z", which rfc3339.From rejects`
}

func located(t time.Time) (time.Time, error) {
	return layout.From(date(t)) // want `is "2029-02-29", which layout.From rejects`
}

func first(t time.Time) time.Time {
	t = floor.Of(t)
	return time.Date(t.Year()+1, t.Month(), t.Day(), 0, 0, 0, 0, time.UTC)
}
