// Package adddateunix is looked at for two words.
package adddateunix

import "time"

func isNext(t time.Time) bool {
	return t.AddDate(1, 0, 0).Unix() == t.Add(365*24*time.Hour).Unix() // want `compared with 365 days`
}
