// Package crossbad uses helpers of another package.
package crossbad

import (
	"time"

	"example.com/monthadd/dateutil"
)

func bad() string {
	return dateutil.Today().AddDate(0, -1, 0).Format("2006-01") // want `dateutil\.Today\(\)\.AddDate\(0, -1, 0\) on 31 March 2026 gives 3 March`
}

func good() string { return dateutil.FirstDay(time.Now()).AddDate(0, -1, 0).Format("2006-01") }

func goodToo() string { return dateutil.Floor(time.Now()).AddDate(0, -1, 0).Format("2006-01") }

func tooLate() time.Time {
	return dateutil.FirstDay(time.Now().AddDate(0, -1, 0)) // want `on 31 March 2026 gives 3 March, so FirstDay names the wrong month`
}
