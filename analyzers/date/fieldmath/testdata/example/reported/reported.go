package reported

import (
	"fmt"
	"time"
)

func lastMonth(t time.Time) string {
	return fmt.Sprintf("%d-%02d", t.Year(), t.Month()-1) // want `on 15 January 2026 t.Month\(\) - 1 is 0, no month`
}

func tomorrow(t time.Time) string {
	return fmt.Sprintf("%02d.%02d.%d", t.Day()+1, t.Month(), t.Year()) // want `on 31 January 2026 t.Day\(\) \+ 1 is 32, no day`
}

func nextMonth(t time.Time) string {
	return (t.Month() + 1).String() // want `on 15 December 2026 t.Month\(\) \+ 1 is 13, no month`
}
