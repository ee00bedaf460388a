// Package wrap wraps a wrapper.
package wrap

import (
	"time"

	"example.com/yearadd/dateutil"
)

// Midnight returns the midnight at which a day begins.
func Midnight(year, month, day int) time.Time {
	return dateutil.New(year, time.Month(month), day)
}

// Anniversary returns the day of t in another year.
func Anniversary(t time.Time, years int) time.Time {
	return Midnight(t.Year()+years, int(t.Month()), t.Day()) // want `Midnight\(t\.Year\(\) \+ years, int\(t\.Month\(\)\), t\.Day\(\)\) for 1 as the number of years on 29 February 2028 gives 1 March 2029`
}
