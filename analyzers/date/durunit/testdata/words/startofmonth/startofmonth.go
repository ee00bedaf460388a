// Package startofmonth is looked at for one word.
package startofmonth

import "time"

const month = 30 * 24 * time.Hour

func StartOfMonth(t time.Time) time.Time { return t }

func end(t time.Time) time.Time {
	return StartOfMonth(t).Add(month) // want `adds 1 times 30 days`
}
