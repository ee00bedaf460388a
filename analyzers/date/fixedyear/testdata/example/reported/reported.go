package reported

import "time"

const year = 365 * 24 * time.Hour // want `year is 365 days: from 2027-03-01 that is 2028-02-29, not 2028-03-01`

// Renewal returns when a contract is renewed.
func Renewal(start time.Time) time.Time { return start.Add(year) }
