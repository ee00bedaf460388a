// Package layout06 has a layout with the word 06 alone.
package layout06

import "time"

func text(t time.Time) string { return t.Format("02/06") } // want `layout "02/06" prints`
