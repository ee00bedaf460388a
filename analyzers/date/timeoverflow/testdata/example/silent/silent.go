package silent

import "time"

// NotAfter returns the end of a certificate's validity.
func NotAfter(years int) time.Time {
	return time.Now().AddDate(years, 0, 0)
}
