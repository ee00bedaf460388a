// Package cross compares dates of another package.
package cross

import (
	"time"

	"example.com/yeardayage/helper"
)

func passed(e helper.Event, now time.Time) bool {
	return e.At.YearDay() < now.YearDay() // want `e.At.YearDay\(\) < now.YearDay\(\) holds`
}

func passedThisYear(e helper.Event, now time.Time) bool {
	return helper.In(e, now.Year()).YearDay() < now.YearDay()
}
