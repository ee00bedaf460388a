package isoyear

import (
	"fmt"
	"time"
)

func Key(t time.Time) string {
	_, week := t.ISOWeek()
	return fmt.Sprintf("%d-W%02d", t.Year(), week)
}
