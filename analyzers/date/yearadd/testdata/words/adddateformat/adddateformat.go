// Package adddateformat is looked at for two words.
package adddateformat

import "time"

func next(t time.Time) string {
	return t.AddDate(1, 0, 0).Format("2006-01") // want `names the wrong month`
}
