// Package layout20060102u030405 has a layout with the word 20060102_030405 alone.
package layout20060102u030405

import "time"

func text(t time.Time) string { return t.Format("20060102_030405") } // want `layout "20060102_030405" prints`
