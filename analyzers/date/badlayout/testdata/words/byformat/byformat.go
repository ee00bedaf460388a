// Package byformat passes layouts on, as only the words format and AppendFormat tell.
package byformat

import "time"

// Show prints a time.
func Show(t time.Time, format string) string { return string(t.AppendFormat(nil, format)) }
