package calendar

import (
	"fmt"
	"strings"
	"time"
)

// IsLeap reports whether a year is a leap year of the Gregorian calendar.
func IsLeap(year int) bool {
	return year%4 == 0 && (year%100 != 0 || year%400 == 0)
}

// A Date is a day of the Gregorian calendar.
type Date struct {
	Year  int
	Month time.Month
	Day   int
}

// String returns the date as messages write it: 29 February 2028.
func (d Date) String() string {
	return fmt.Sprintf("%d %s %d", d.Day, d.Month, d.Year)
}

func (d Date) midnight() time.Time {
	return time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, time.UTC)
}

// Normalize returns the date that time.Date makes of the fields.
func (d Date) Normalize() Date {
	return dateOf(d.midnight())
}

// LeapDay returns 29 February of a leap year.
func LeapDay(year int) Date { return Date{year, time.February, 29} }

// Epoch is the leap year with which the search for a failing date begins, so
// that messages do not depend on the day of the analysis.
const Epoch = 2028

// FailingLeapYear returns the first leap year at or after Epoch that is not a
// leap year any more when offset years are added; false if there is none
// within a century, as the offset is a multiple of 100.
func FailingLeapYear(offset int) (year int, ok bool) {
	for year := Epoch; year < Epoch+100; year += 4 {
		if IsLeap(year) && !IsLeap(year+offset) {
			return year, true
		}
	}
	return 0, false
}

// parseDate returns the date that a text stands for by a layout, also where
// that is a 29 February that does not exist.
func parseDate(layout, text string) (d Date, exists, ok bool) {
	if t, err := time.Parse(layout, text); err == nil {
		return dateOf(t), true, true
	}
	// The day is the "29" without which the text parses.
	for i := range text {
		if !strings.HasPrefix(text[i:], "29") {
			continue
		}
		t, err := time.Parse(layout, text[:i]+"28"+text[i+2:])
		if d := dateOf(t); err == nil && d.Month == time.February && d.Day == 28 {
			d.Day = 29
			return d, false, true
		}
	}
	return Date{}, false, false
}

func dateOf(t time.Time) Date {
	year, month, day := t.Date()
	return Date{year, month, day}
}
