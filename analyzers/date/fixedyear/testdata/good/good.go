// Package good holds look-alikes.
package good

import "time"

const (
	day        = 24 * time.Hour
	lifetime   = 365 * day
	retention  = 30 * day
	week       = 7 * day
	yearWindow = 400 * day
	monthStart = time.Hour
	daysInYear = 365
	bicentury  = 36500 * time.Hour
)

func Ends(now time.Time, days, weeks, years int) []time.Time {
	timeout := 30 * time.Second
	return []time.Time{
		now.Add(time.Duration(days) * day),
		now.Add(time.Duration(weeks) * week),
		now.Add(time.Duration(days) * lifetime),
		now.AddDate(years, 0, 0),
		now.Add(timeout),
	}
}
