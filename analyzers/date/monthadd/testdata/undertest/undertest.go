// Package undertest names months of dates that its tests choose.
package undertest

import "time"

func label(t time.Time) string { return t.Month().String() }

type settings struct{ first int }

func fiscalYear(t time.Time, first int) int {
	if int(t.Month()) < first {
		return t.Year() - 1
	}
	return t.Year()
}

func fiscalStart() time.Month { return time.January }
