// Package date moves no time.
package date

import "time"

var last = time.Date(2026, 11, -1, 0, 0, 0, 0, time.UTC) // want `for November 2026 is 30 October 2026, the day before the last of a month`
