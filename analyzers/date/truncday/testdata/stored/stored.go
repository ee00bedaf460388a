// Package stored compares the day with dates that were stored.
package stored

import "time"

type lot struct {
	expires time.Time
	until   *time.Time
}

// A column of type DATE holds midnights in UTC.
func expired(lots []*lot) (n int) {
	today := time.Now().Truncate(24 * time.Hour)
	for _, l := range lots {
		if l.expires.Before(today) || l.until != nil && l.until.Before(today) {
			n++
		}
	}
	return n
}

func due(l lot) bool {
	today := time.Now().Truncate(24 * time.Hour) // want `is 19:00 on 14 January, not midnight`
	return l.expires.Local().Before(today)
}

func past(start time.Time) bool {
	today := time.Now().Truncate(24 * time.Hour) // want `is 19:00 on 14 January, not midnight`
	return start.Before(today)
}
