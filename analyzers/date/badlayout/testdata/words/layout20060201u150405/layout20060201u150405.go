// Package layout20060201u150405 has a layout with the word 20060201_150405 alone.
package layout20060201u150405

import "time"

func text(t time.Time) string { return t.Format("20060201_150405") } // want `layout "20060201_150405" prints`
