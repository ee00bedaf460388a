// Package adddatemonth is looked at for two words.
package adddatemonth

import "time"

func next(t time.Time) time.Month {
	return t.AddDate(1, 0, 0).Month() // want `names the wrong month`
}
