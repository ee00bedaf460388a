// Package adddateunix is looked at for two words.
package adddateunix

import "time"

func isNext(t time.Time) bool {
	return t.AddDate(1, 0, 0).Unix() == t.AddDate(0, 0, 365).Unix() // want `compared with 365 days`
}
