// Package day has days of the present, and no other part of a date.
package day

import "time"

func isTomorrow() bool {
	now := time.Now()
	tomorrow := now.AddDate(0, 0, 1)
	return now.Day()+1 == tomorrow.Day() // want `on 31 January 2026 now.Day\(\) \+ 1 is 32, no day`
}
