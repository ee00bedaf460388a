package silent

import "time"

// lastMonth names the month of the bill.
func lastMonth() string {
	now := time.Now()
	return now.AddDate(0, -1, 1-now.Day()).Format("2006-01")
}
