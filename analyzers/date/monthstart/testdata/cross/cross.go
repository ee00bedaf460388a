// Package cross uses helpers of another package.
package cross

import (
	"time"

	"example.com/monthstart/cross/dates"
)

func bad(at time.Time, c *dates.Calendar) bool {
	start := dates.FirstOfMonth(time.Now())                  // want `dates.FirstOfMonth\(time.Now\(\)\) on 20 November 2026 at 15:30 gives 1 November 15:30, so Before puts what is earlier that day into the month before`
	return at.Before(start) || at.After(c.Start(time.Now())) // want `c.Start\(time.Now\(\)\) on 20 November 2026 at 15:30 gives 1 November 15:30, so After puts`
}

func good(at time.Time) bool {
	return at.Before(dates.Midnight(time.Now())) || dates.FirstOfMonth(time.Now()).Month() == at.Month()
}
