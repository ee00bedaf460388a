package silent

import (
	"fmt"
	"time"
)

// Key names the week that a report is for.
func Key(t time.Time) string {
	year, week := t.ISOWeek()
	return fmt.Sprintf("%d-W%02d", year, week)
}
