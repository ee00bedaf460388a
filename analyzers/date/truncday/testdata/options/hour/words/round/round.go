// Package round has no other word for the method.
package round

import "time"

func hour() int {
	return time.Now().Round(time.Hour).Hour() // want `time\.Now\(\)\.Round\(time\.Hour\) at 10:10 on 15 January 2026 in Kolkata is 10:30, not a whole hour`
}
