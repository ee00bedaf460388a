// Package guards keeps 29 February out in ways that look at the date as a
// whole.
package guards

import "time"

var leapDay = [2]int{2, 29}

func byArray(t time.Time) time.Time {
	if [2]int{int(t.Month()), t.Day()} == leapDay {
		return t
	}
	return time.Date(t.Year()+1, t.Month(), t.Day(), 0, 0, 0, 0, time.UTC)
}

func byYear(t time.Time, years [2]int) time.Time {
	if [2]int{t.Year(), 1} == years {
		return t
	}
	return time.Date(t.Year()+1, t.Month(), t.Day(), 0, 0, 0, 0, time.UTC) // want `on 29 February 2028 gives 1 March 2029`
}

func moved(t time.Time) string {
	if t.Month() == 2 && t.Day() == 29 {
		t = t.Add(24 * time.Hour)
	}
	return t.AddDate(1, 0, 0).Format("2006-01")
}

func chosen(t, u time.Time, late bool) string {
	if late {
		t = u
	}
	return t.AddDate(1, 0, 0).Format("2006-01") // want `"2006-01" names the wrong month`
}

func byEnd(t time.Time) time.Time {
	end := time.Date(t.Year()+1, t.Month()+1, 0, 0, 0, 0, 0, time.UTC)
	r := time.Date(t.Year()+1, t.Month(), t.Day(), 0, 0, 0, 0, time.UTC)
	if r.After(end) {
		r = end
	}
	return r
}

func byNext(t time.Time) time.Time {
	r := time.Date(t.Year()+1, t.Month(), t.Day(), 0, 0, 0, 0, time.UTC)
	if !r.Before(time.Date(t.Year()+1, t.Month()+1, 1, 0, 0, 0, 0, time.UTC)) {
		return r.AddDate(0, 0, -1)
	}
	return r
}

func byFixed(t time.Time) time.Time {
	r := time.Date(t.Year()+1, t.Month(), t.Day(), 0, 0, 0, 0, time.UTC) // want `on 29 February 2028 gives 1 March 2029`
	if r.Before(time.Date(2030, time.January, 1, 0, 0, 0, 0, time.UTC)) {
		return t
	}
	return r
}

func add(t time.Time, years int) time.Time {
	return time.Date(t.Year()+years, t.Month(), t.Day(), 0, 0, 0, 0, time.UTC)
}

func clamped(t time.Time) time.Time {
	r := add(t, 1)
	if r.Day() != t.Day() {
		r = r.AddDate(0, 0, -1)
	}
	return r
}
