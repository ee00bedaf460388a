package layout_test

import (
	"strings"
	"testing"
	"time"

	"github.com/leapguard/leapguard/internal/calendar/layout"
)

func TestFields(t *testing.T) {
	for _, tc := range []struct {
		layout string
		has    []layout.Field
		lacks  []layout.Field
	}{
		{"2006-01-02", []layout.Field{layout.Year, layout.Month, layout.Day}, []layout.Field{layout.Hour, layout.Zone}},
		{"Jan", []layout.Field{layout.Month}, []layout.Field{layout.Day}},
		{"Janet", nil, []layout.Field{layout.Month}},
		{"_2006", []layout.Field{layout.Year}, []layout.Field{layout.Day}},
		{"002 2006", []layout.Field{layout.YearDay, layout.Year}, []layout.Field{layout.Day}},
		{time.RFC3339Nano, []layout.Field{layout.Fraction, layout.Zone}, []layout.Field{layout.Half, layout.Hour12}},
		{"03:04 PM", []layout.Field{layout.Hour12, layout.Minute, layout.Half}, []layout.Field{layout.Hour}},
	} {
		got := layout.Fields(tc.layout)
		for _, f := range tc.has {
			if !got.Has(f) {
				t.Errorf("%q lacks field %d", tc.layout, f)
			}
		}
		if got.Has(tc.lacks...) {
			t.Errorf("%q has one of the fields %d", tc.layout, tc.lacks)
		}
	}
}

// FuzzSplit compares with package time: the chunks make up the layout, and what
// they print one by one is what the layout prints.
func FuzzSplit(f *testing.F) {
	for _, s := range []string{
		time.Layout, time.ANSIC, time.RFC850, time.RFC3339Nano, time.StampMicro, "_2006 __2 002", "Janus Monk MSTPMpm",
		"-07:00:00 Z070000", "05.000,999", ".0001", "20060102150405", "Jan2 _2Mon",
	} {
		f.Add(s)
	}
	date := time.Date(2029, time.November, 28, 17, 48, 39, 123456789, time.FixedZone("XYZ", 12345))
	f.Fuzz(func(t *testing.T, s string) {
		var all, printed strings.Builder
		for _, c := range layout.Split(s) {
			if c.Pos != all.Len() {
				t.Fatalf("chunk %q of %q begins at %d, want %d", c.Text, s, c.Pos, all.Len())
			}
			all.WriteString(c.Text)
			got := c.Text
			if c.Field != layout.Text {
				got = date.Format(c.Text)
			}
			printed.WriteString(got)
		}
		if all.String() != s {
			t.Fatalf("chunks of %q make up %q", s, &all)
		}
		if want := date.Format(s); printed.String() != want {
			t.Errorf("chunks of %q print %q, want %q", s, &printed, want)
		}
	})
}
