// Package layout20060201 has a layout with the word 20060201 alone.
package layout20060201

import "time"

func text(t time.Time) string { return t.Format("20060201") } // want `layout "20060201" prints`
