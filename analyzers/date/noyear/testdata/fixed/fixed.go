// Package fixed reads texts that are known.
package fixed

import "time"

func deadline() time.Time {
	t, _ := time.Parse("2 Jan 15:04", "31 Jan 23:59")
	return t.AddDate(time.Now().Year(), 0, 0)
}
