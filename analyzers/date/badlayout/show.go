package badlayout

import (
	"errors"
	"fmt"
	"time"

	"github.com/leapguard/leapguard/internal/calendar/layout"
	"github.com/leapguard/leapguard/internal/calendar/layout/reach"
)

// samples are the times that show what a layout does; the first that shows it
// is told. Their zone has a name, which MST is read by: an offset is not.
var samples = []time.Time{
	time.Date(2026, time.March, 31, 17, 48, 39, 123456789, time.FixedZone("CEST", 2*60*60)),
	time.Date(2026, time.April, 3, 5, 6, 7, 123456789, time.FixedZone("CEST", 2*60*60)),
}

// show tells what a layout makes of a time, in comparison with the layout that
// is meant, in a series of layouts. It is "" if they agree on all samples.
func show(bad, meant string, use reach.Use, in series) string {
	for _, t := range samples {
		if use&reach.Print != 0 {
			if got := t.Format(bad); got != t.Format(meant) {
				return fmt.Sprintf("layout %q prints %s as %q", bad, t.Format(told(meant)), got)
			}
		}
	}
	for _, t := range samples {
		if use&reach.Parse == 0 {
			break
		}
		text := t.Format(meant)
		want, err := time.Parse(meant, text)
		if err != nil || in.alike(bad, meant, text) {
			continue
		}
		got, err := time.Parse(bad, text)
		if err != nil {
			return fmt.Sprintf("layout %q rejects %q%s", bad, text, reason(err))
		}
		if !got.Equal(want) {
			return fmt.Sprintf("layout %q reads %q as %s", bad, text, got.Format(told(meant)))
		}
	}
	return ""
}

// told returns the layout in which a message names a time: with the parts that
// the layout in question has, and no others.
func told(meant string) string {
	fields := layout.Fields(meant)
	out := "2 January 2006"
	if !fields.Has(layout.Year, layout.Month, layout.Day, layout.YearDay) {
		out = ""
	}
	if fields.Has(layout.Hour, layout.Hour12, layout.Minute) {
		if out != "" {
			out += " "
		}
		out += "15:04"
		if fields.Has(layout.Second) {
			out += ":05"
		}
		if fields.Has(layout.Fraction) {
			out += ".000"
		}
	}
	if fields.Has(layout.Zone) {
		out += " -07:00"
	}
	return out
}

// reason returns what time.Parse has against a text that it can read.
func reason(err error) string {
	if parse, ok := errors.AsType[*time.ParseError](err); ok {
		return parse.Message
	}
	return ""
}
