// Package cross uses units of another package.
package cross

import (
	"time"

	"example.com/timeoverflow/crossunit"
)

func Years(n int) time.Duration {
	return time.Duration(n) * crossunit.Year // want `time.Duration\(n\) \* crossunit.Year overflows for n = 293`
}

func Bounded(n int) time.Duration {
	if n > crossunit.Most {
		n = crossunit.Most
	}
	return time.Duration(n) * crossunit.Year
}

func Days(n int) time.Duration { return time.Duration(n) * crossunit.Day }
