// Package bad holds what is reported.
package bad

import "time"

const oneYear = 365 * 24 * time.Hour // want `oneYear is 365 days: from 2027-03-01 that is 2028-02-29, not 2028-03-01`

const (
	Month      = 30 * 24 * time.Hour // want `Month is 30 days: from 2026-01-01 that is 2026-01-31, not 2026-02-01`
	LONG_MONTH = 31 * 24 * time.Hour // want `LONG_MONTH is 31 days: from 2026-02-01 that is 2026-03-04, not 2026-03-01`
	tenYears   = 10 * oneYear        // want `tenYears is 10 times 365 days: from 2026-01-01 that is 2035-12-30, not 2036-01-01`
	leapYear   = 8784 * time.Hour    // want `leapYear is 366 days: from 2026-01-01 that is 2027-01-02, not 2027-01-01`
)

var yearly = 8760 * time.Hour // want `yearly is 365 days`

func Ends(now time.Time, years, months int) (time.Time, time.Time) {
	halfYear := 6 * Month
	threeMonths := 90 * 24 * time.Hour // want `threeMonths is 3 times 30 days: from 2026-02-01 that is 2026-05-02, not 2026-05-01`
	_ = halfYear
	_ = threeMonths
	return now.Add(time.Duration(years) * 365 * 24 * time.Hour), // want `time.Duration\(years\) \* 365 \* 24 \* time.Hour counts years of 365 days: from 2027-03-01`
		now.Add(Month * time.Duration(months)) // want `Month \* time.Duration\(months\) counts months of 30 days: from 2026-01-01`
}
