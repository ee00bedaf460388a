// Package layout20060102150406 has a layout with the word 20060102150406 alone.
package layout20060102150406

import "time"

func text(t time.Time) string { return t.Format("20060102150406") } // want `layout "20060102150406" prints`
