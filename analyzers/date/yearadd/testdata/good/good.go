// Package good adds years to dates with care.
package good

import "time"

func constantDay(t time.Time) time.Time {
	return time.Date(t.Year()+1, t.Month(), 28, 0, 0, 0, 0, time.UTC)
}

func constantMonth(t time.Time) time.Time {
	return time.Date(t.Year()+1, time.January, t.Day(), 0, 0, 0, 0, time.UTC)
}

func clamp(t time.Time) time.Time {
	y, m, d := t.Date()
	if m == time.February && d == 29 {
		d = 28
	}
	return time.Date(y+1, m, d, 0, 0, 0, 0, time.UTC)
}

func isLeap(y int) bool { return y%4 == 0 && (y%100 != 0 || y%400 == 0) }

func leap(t time.Time) time.Time {
	y, m, d := t.Date()
	if !isLeap(y+1) && m == 2 && d > 28 {
		return time.Date(y+1, 3, 1, 0, 0, 0, 0, time.UTC)
	}
	return time.Date(y+1, m, d, 0, 0, 0, 0, time.UTC)
}

func daysIn(y int, m time.Month) int { return time.Date(y, m+1, 0, 0, 0, 0, 0, time.UTC).Day() }

func minimum(t time.Time) time.Time {
	y, m, d := t.Date()
	return time.Date(y+1, m, min(d, daysIn(y+1, m)), 0, 0, 0, 0, time.UTC)
}

func century(t time.Time) time.Time {
	return time.Date(t.Year()+400, t.Month(), t.Day(), 0, 0, 0, 0, time.UTC)
}

func midnight(t time.Time) time.Time {
	return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC)
}

func after(t time.Time) time.Time {
	next := time.Date(t.Year()+1, t.Month(), t.Day(), 0, 0, 0, 0, time.UTC)
	if next.Day() != t.Day() {
		return next.AddDate(0, 0, -1)
	}
	return next
}

func birthday(now, birth time.Time) time.Time {
	return time.Date(now.Year()+1, birth.Month(), birth.Day(), 0, 0, 0, 0, time.UTC)
}

func nextLeapDay(t time.Time) time.Time {
	for y := t.Year() + 1; ; y++ {
		if isLeap(y) {
			return time.Date(y, t.Month(), t.Day(), 0, 0, 0, 0, time.UTC)
		}
	}
}

func lastOfMonth(t time.Time) time.Time {
	return time.Date(t.Year()+1, t.Month()+1, 0, 0, 0, 0, 0, time.UTC)
}

func anchored(t time.Time) time.Time {
	t = time.Date(t.Year(), t.Month(), 1, 0, 0, 0, 0, time.UTC)
	return time.Date(t.Year()+1, t.Month(), t.Day(), 0, 0, 0, 0, time.UTC)
}

func table() (out []time.Time) {
	for _, row := range []struct{ t time.Time }{
		{time.Date(2023, 4, 5, 0, 0, 0, 0, time.UTC)},
		{time.Date(2024, 2, 28, 0, 0, 0, 0, time.UTC)},
	} {
		out = append(out, time.Date(row.t.Year()+1, row.t.Month(), row.t.Day(), 0, 0, 0, 0, time.UTC))
	}
	return out
}

// nextAnniversary is a plain step of the year, as in the program before: Feb-29 is
// followed by 1 March.
func nextAnniversary(t time.Time) time.Time {
	return time.Date(t.Year()+1, t.Month(), t.Day(), 0, 0, 0, 0, time.UTC)
}
