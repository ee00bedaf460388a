package silent

import "time"

// Expiry returns when a licence ends.
func Expiry(now time.Time) time.Time {
	return now.AddDate(1, 0, 0)
}

// MaxAge is how long browsers keep an answer, in seconds.
const MaxAge = 60 * 60 * 24 * 365
