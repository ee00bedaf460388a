// Package edge has layouts that are not followed, and texts that are none.
package edge

import (
	"flag"
	"strings"
	"time"
)

// What goes through functions of other packages is another text.
func replaced(t time.Time) string {
	layout := strings.ReplaceAll("2006-02-01", "-", "/")
	return t.Format(layout)
}

var layout = flag.String("layout", "2006-01-01", "")

func flags(t time.Time) string { return t.Format(*layout) }

// Words for special cases.
var special = map[string]string{"epoch": "EPOCH", "iso": "ISO_8601", "none": ""}

func words(t time.Time, name string) string { return t.Format(special[name]) }

// A value in the form of a layout.
func value() (time.Time, error) { return time.Parse("2006-01-02", "2006-01-01") }

// What go vet reports.
func vet(t time.Time, s string) {
	t.Format("2006-02-01")
	time.Parse("2006-02-01 15:04:05", s)
}

// A recursive function.
func again(t time.Time, n int, layout string) string {
	if n > 0 {
		return again(t, n-1, layout)
	}
	return t.Format(layout)
}

func escaped(t time.Time) {
	again(t, 1, "\x32006-01-01") // want `layout "2006-01-01" prints 31 March 2026 as "2026-03-03"`
	again(t, 1, "\t14:04")       // want `layout "\\t14:04" prints 17:48 as "\\t348:48"`
	again(t, 1, `14:04`)         // want `layout "14:04" prints 17:48 as "348:48"`
	again(t, 1, ("15:01"))       // want `layout "15:01" prints 17:48 as "17:03"`
}
