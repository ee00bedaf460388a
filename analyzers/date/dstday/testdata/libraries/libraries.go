// Package libraries has midnights of libraries.
package libraries

import (
	"time"

	"github.com/jinzhu/now"
)

func days(t time.Time) int {
	return int(now.BeginningOfDay().Sub(now.With(t.Local()).BeginningOfDay()).Hours() / 24) // want `int\(now\.BeginningOfDay\(\)\.Sub\(now\.With\(t\.Local\(\)\)\.BeginningOfDay\(\)\)\.Hours\(\) / 24\) from midnight of 8 March to that of 9 March 2026 in New York is 0: 8 March has 23 hours`
}

func tomorrow() time.Time {
	return now.BeginningOfDay().Add(24 * time.Hour) // want `now\.BeginningOfDay\(\)\.Add\(24 \* time\.Hour\) .* 1 November`
}

// Below: nothing to report.

func stepped() time.Time { return now.BeginningOfDay().AddDate(0, 0, 1) }

func daysInUTC(t time.Time) int {
	a, b := now.With(t.UTC()), now.With(time.Now().UTC())
	return int(b.BeginningOfDay().Sub(a.BeginningOfDay()).Hours() / 24)
}

func ends() int {
	return int(now.EndOfMonth().Sub(now.BeginningOfMonth()).Hours() / 24)
}
