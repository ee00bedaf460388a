// Package layout2006 has a layout with the word 2006 alone.
package layout2006

import "time"

func text(t time.Time) string { return t.Format("2006-02") } // want `layout "2006-02" prints`
