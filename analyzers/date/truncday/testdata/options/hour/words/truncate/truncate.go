// Package truncate has no other word for the method.
package truncate

import "time"

func hour() int {
	return time.Now().Truncate(time.Hour).Hour() // want `time\.Now\(\)\.Truncate\(time\.Hour\) at 10:10 on 15 January 2026 in Kolkata is 09:30, not a whole hour`
}
