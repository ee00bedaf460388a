// Package layout04 has a layout with the word 04 alone.
package layout04

import "time"

func text(t time.Time) string { return t.Format("14:04") } // want `layout "14:04" prints`
