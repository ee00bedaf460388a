// Package layout05 has a layout with the word 05 alone.
package layout05

import "time"

func text(t time.Time) string { return t.Format("15:05") } // want `layout "15:05" prints`
