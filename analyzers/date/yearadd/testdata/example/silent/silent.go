package silent

import "time"

func validity(now time.Time) (from, to time.Time) {
	year, month, day := now.UTC().Date()
	from = time.Date(year, month, day, 0, 0, 0, 0, time.UTC)
	return from, sameDay(year+1, month, day)
}

func renewal(start time.Time) time.Time {
	return sameDay(start.Year()+1, start.Month(), start.Day())
}

// sameDay returns a day of a year, 28 February for a 29th that it lacks.
func sameDay(year int, month time.Month, day int) time.Time {
	last := time.Date(year, month+1, 0, 0, 0, 0, 0, time.UTC).Day()
	return time.Date(year, month, min(day, last), 0, 0, 0, 0, time.UTC)
}

type date struct {
	Year  int
	Month time.Month
	Day   int
}

func anniversary(d date) date {
	d.Year++
	if d.Month == time.February && d.Day == 29 {
		d.Day = 28
	}
	return d
}
