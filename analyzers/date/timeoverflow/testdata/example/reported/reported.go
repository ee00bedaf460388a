package reported

import "time"

// NotAfter returns the end of a certificate's validity.
func NotAfter(years int) time.Time {
	return time.Now().Add(time.Duration(years) * 365 * 24 * time.Hour) // want `time.Duration\(years\) \* 365 \* 24 \* time.Hour overflows for years = 293: added to 2026-01-01 it gives 1734-`
}
