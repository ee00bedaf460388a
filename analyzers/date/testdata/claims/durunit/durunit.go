package durunit

import "time"

func Expiry(now time.Time) time.Time {
	return now.Add(365)
}
