package reported

import (
	"fmt"
	"time"
)

// Key names the week that a report is for.
func Key(t time.Time) string {
	_, week := t.ISOWeek()
	return fmt.Sprintf("%d-W%02d", t.Year(), week) // want `fmt.Sprintf\("%d-W%02d", t.Year\(\), week\) on 30 December 2024 gives "2024-W01", but the day is in week 1 of 2025`
}
