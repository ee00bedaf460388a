package reported

import "time"

// lastMonth names the month of the bill.
func lastMonth() string {
	return time.Now().AddDate(0, -1, 0).Format("2006-01") // want `time\.Now\(\)\.AddDate\(0, -1, 0\) on 31 March 2026 gives 3 March, so "2006-01" names the wrong month`
}
