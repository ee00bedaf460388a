// Package adddateequal is looked at for two words.
package adddateequal

import "time"

func isNext(t time.Time) bool {
	return t.AddDate(1, 0, 0).Equal(t.AddDate(0, 0, 365)) // want `compared with 365 days`
}
