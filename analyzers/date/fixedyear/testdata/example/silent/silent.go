package silent

import "time"

// Renewal returns when a contract is renewed.
func Renewal(start time.Time) time.Time { return start.AddDate(1, 0, 0) }
