// Package startofyear is looked at for one word.
package startofyear

import "time"

const month = 30 * 24 * time.Hour

func StartOfYear(t time.Time) time.Time { return t }

func end(t time.Time) time.Time {
	return StartOfYear(t).Add(month) // want `adds 1 times 30 days`
}
