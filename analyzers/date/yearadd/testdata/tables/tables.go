// Package tables has guards in maps, floating-point numbers and bytes.
package tables

import (
	"math"
	"time"
)

var (
	leapYears = map[int]bool{2024: true, 2028: true, 2032: true}
	noRenewal = map[string]bool{"02-29": true}
	lengths   = map[time.Month]int{time.February: 28}
)

func byYear(t time.Time) time.Time {
	y, m, d := t.Date()
	if !leapYears[y+1] && m == time.February && d == 29 {
		d = 28
	}
	return time.Date(y+1, m, d, 0, 0, 0, 0, time.UTC)
}

func byText(t time.Time) time.Time {
	for noRenewal[t.Format("01-02")] {
		t = t.AddDate(0, 0, 1)
	}
	return time.Date(t.Year()+1, t.Month(), t.Day(), 0, 0, 0, 0, time.UTC)
}

func byLength(t time.Time) time.Time {
	y, m, d := t.Date()
	if last, ok := lengths[m]; ok && d > last {
		d = last
	}
	return time.Date(y+1, m, d, 0, 0, 0, 0, time.UTC)
}

func byRemainder(t time.Time) time.Time {
	y, m, d := t.Date()
	if m == time.February && d == 29 && math.Mod(float64(y+1), 4) != 0 {
		d = 28
	}
	return time.Date(y+1, m, d, 0, 0, 0, 0, time.UTC)
}

func byBytes(t time.Time) (time.Time, error) {
	text := []byte(t.Format(time.DateOnly))
	text[3]++
	if string(text[5:]) == "02-29" {
		text[9]--
	}
	return time.Parse(time.DateOnly, string(text))
}
