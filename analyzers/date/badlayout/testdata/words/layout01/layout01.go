// Package layout01 has a layout with the word 01 alone.
package layout01

import "time"

func text(t time.Time) string { return t.Format("15:01") } // want `layout "15:01" prints`
