// Package layout20060102150105 has a layout with the word 20060102150105 alone.
package layout20060102150105

import "time"

func text(t time.Time) string { return t.Format("20060102150105") } // want `layout "20060102150105" prints`
