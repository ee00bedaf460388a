// Package variables adds years in initialisers of package variables.
package variables

import (
	"fmt"
	"time"
)

var next = time.Date(time.Now().Year()+1, time.Now().Month(), time.Now().Day(), 0, 0, 0, 0, time.UTC) // want `on 29 February 2028 gives 1 March 2029`

var start = time.Now()

var end = time.Date(start.Year()+1, start.Month(), start.Day(), 0, 0, 0, 0, time.UTC) // want `gives 1 March 2029`

var deadline = func() time.Time {
	y, m, d := time.Now().Date()
	return time.Date(y+1, m, d, 0, 0, 0, 0, time.UTC) // want `gives 1 March 2029`
}()

var handlers = map[string]func(time.Time) time.Time{
	"year": func(t time.Time) time.Time {
		return time.Date(t.Year()+1, t.Month(), t.Day(), 0, 0, 0, 0, time.UTC) // want `gives 1 March 2029`
	},
	"first": func(t time.Time) time.Time {
		return time.Date(t.Year()+1, t.Month(), 1, 0, 0, 0, 0, time.UTC)
	},
	"nested": func(t time.Time) time.Time {
		shift := func(n int) time.Time {
			return time.Date(t.Year()+n, t.Month(), t.Day(), 0, 0, 0, 0, time.UTC) // want `gives 1 March 2029`
		}
		return shift(1)
	},
}

type option struct {
	name   string
	format func(time.Time) string
}

var options = []option{
	{"next", func(t time.Time) string {
		return fmt.Sprintf("%d-%02d-%02d", t.Year()+1, t.Month(), t.Day()) // want `holds "2029-02-29"`
	}},
	{"month", func(t time.Time) string { return fmt.Sprintf("%d-%02d", t.Year()+1, t.Month()) }},
}

var from = fmt.Sprintf("%d-%02d-%02d", start.Year()-1, start.Month(), start.Day()) // want `holds "2027-02-29"`

type date struct{ Year, Month, Day int }

var expiry = date{time.Now().Year() + 1, int(time.Now().Month()), time.Now().Day()} // want `is 29 February 2029`

// A date that does not change.
var epoch = time.Date(2012, time.March, 4, 0, 0, 0, 0, time.UTC)

var later = time.Date(epoch.Year()+1, epoch.Month(), epoch.Day(), 0, 0, 0, 0, time.UTC)

// A release on a leap day.
var release = time.Date(2024, time.February, 29, 0, 0, 0, 0, time.UTC)

var jubilee = time.Date(release.Year()+1, release.Month(), release.Day(), 0, 0, 0, 0, time.UTC) // want `29 February 2024 gives 1 March 2025`

var today = time.Date(start.Year(), start.Month(), start.Day(), 0, 0, 0, 0, time.UTC)
