// Package beginningofmonth is looked at for one word.
package beginningofmonth

import "time"

const month = 30 * 24 * time.Hour

func BeginningOfMonth(t time.Time) time.Time { return t }

func end(t time.Time) time.Time {
	return BeginningOfMonth(t).Add(month) // want `adds 1 times 30 days`
}
