// Package cross uses units of another package.
package cross

import (
	"time"

	"example.com/fixedyear/units"
)

const twoYears = 2 * units.Year // want `twoYears is 2 times 365 days: from 2026-03-01 that is 2028-02-29, not 2028-03-01`

func Age(years int) time.Duration {
	return time.Duration(years) * units.Year // want `time.Duration\(years\) \* units.Year counts years of 365 days`
}

func Short(n int) time.Duration { return time.Duration(n) * units.Day }
