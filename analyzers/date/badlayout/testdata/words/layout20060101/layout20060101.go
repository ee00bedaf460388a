// Package layout20060101 has a layout with the word 20060101 alone.
package layout20060101

import "time"

func text(t time.Time) string { return t.Format("20060101") } // want `layout "20060101" prints`
