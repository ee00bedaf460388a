// Package beginningofyear is looked at for one word.
package beginningofyear

import "time"

const month = 30 * 24 * time.Hour

func BeginningOfYear(t time.Time) time.Time { return t }

func end(t time.Time) time.Time {
	return BeginningOfYear(t).Add(month) // want `adds 1 times 30 days`
}
