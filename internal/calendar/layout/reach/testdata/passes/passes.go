// Package passes passes layouts on.
package passes

import (
	"strings"
	"time"
)

func Show(t time.Time, layout string) string { return t.Format(layout) } // want Show:`layoutParam 1`

func Append(b []byte, layout string, t time.Time) []byte { return t.AppendFormat(b, layout) } // want Append:`layoutParam 1`

func First(s string, layouts ...string) (t time.Time) { // want First:`layoutParam 1 elem`
	for _, l := range layouts {
		t, _ = time.ParseInLocation(l, s, time.UTC)
	}
	return t
}

func Twice(from, to, s string) string { // want Twice:`layoutParam 0, 1`
	t, _ := time.Parse(from, s)
	return Show(t, to)
}

func Default(t time.Time, layout string) string { // want Default:`layoutParam 1`
	if layout == "" {
		layout = time.RFC3339
	}
	return t.Format(layout)
}

func Translated(t time.Time, layout string) string {
	layout = strings.ReplaceAll(layout, "YYYY", "2006")
	return t.Format(layout)
}

type clock struct{}

func (clock) Format(layout string) string { return layout }

func Other(layout string) string { return clock{}.Format(layout) }
