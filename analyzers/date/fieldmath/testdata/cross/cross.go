package cross

import (
	"fmt"
	"time"

	"example.com/fieldmath/cross/dates"
)

func bad(t time.Time) string {
	a := dates.Key(t.Year(), int(t.Month())-1)             // want `on 15 January 2026 int\(t.Month\(\)\) - 1 is 0, no month`
	b := fmt.Sprintf("%d-%d", t.Year(), dates.Previous(t)) // want `on 15 January 2026 dates.Previous\(t\) is 0, no month`
	return a + b
}

func good(t time.Time) string {
	previous := dates.Previous(t)
	if previous == 0 {
		return dates.Label(t.Year(), int(t.Month())-1)
	}
	return dates.First(t.Year(), t.Month()-1).String() + fmt.Sprintf("%d-%d", t.Year(), previous)
}
