// Package paths repeats fields on purpose.
package paths

import "time"

func names(t time.Time) {
	t.Format("2006/01/2006-01-02.log")
	t.Format("2006/01/02/2006-01-02T15.log")
	t.Format("2006/01/2006-01")
	t.Format("2006/01-January")
	t.Format("2006/01-Jan/02")
	t.Format("2006-01-02/2006-01-02_150405")
	t.Format("January (01) 2006")
	t.Format("01 - January 2006")
	t.Format("01-January-06")
	t.Format("01-Jan")
	t.Format("2006-01-02 15:04:05 to 15:04:05")
}
