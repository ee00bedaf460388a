// Package date adds months by Date alone.
package date

import "time"

func name(t time.Time) string {
	last := time.Date(t.Year(), t.Month()-1, t.Day(), 0, 0, 0, 0, time.UTC) // want `so "2006-01" names the wrong month`
	return last.Format("2006-01")
}
