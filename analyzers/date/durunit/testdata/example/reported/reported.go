package reported

import "time"

// Expiry returns when a licence ends.
func Expiry(now time.Time) time.Time {
	return now.Add(365) // want `now.Add\(365\) adds 365ns: 2026-01-01 12:00:00 becomes 2026-01-01 12:00:00.000000365`
}

// MaxAge is how long browsers keep an answer, in seconds.
const MaxAge = 60 * 60 * 24 * 356 // want `60 \* 60 \* 24 \* 356 is 356 times a day, for a year, not 365`
