package fieldmath

import (
	"slices"
	"testing"
)

func TestParse(t *testing.T) {
	for _, tc := range []struct {
		format string
		want   []verb
		ok     bool
	}{
		{"%d-%02d", []verb{{"", 'd'}, {"-", 'd'}}, true},
		{"100%% of %-4s, %+v", []verb{{"100%% of ", 's'}, {", ", 'v'}}, true},
		{"no verb", nil, true},
		{"%[2]d-%[1]d", nil, false},
		{"%*d", nil, false},
		{"%", nil, false},
		{"%d %02", nil, false},
	} {
		got, ok := parse(tc.format)
		if ok != tc.ok || !slices.Equal(got, tc.want) {
			t.Errorf("parse(%q) = %v, %v, want %v, %v", tc.format, got, ok, tc.want, tc.ok)
		}
	}
}

func TestSeparates(t *testing.T) {
	for _, text := range []string{"", "-", "/", ".", "_"} {
		if !separates(text) {
			t.Errorf("%q does not separate", text)
		}
	}
	for _, text := range []string{",", ", ", " ", "/month/", "--"} {
		if separates(text) {
			t.Errorf("%q separates", text)
		}
	}
}

func TestExample(t *testing.T) {
	for _, tc := range []struct {
		field Field
		by    int64
		on    string
		value int64
		none  string
	}{
		{Month, -1, "15 January 2026", 0, "no month"},
		{Month, -11, "15 January 2026", -10, "no month"},
		{Month, 1, "15 December 2026", 13, "no month"},
		{Day, -1, "1 March 2026", 0, "no day"},
		{Day, 1, "31 January 2026", 32, "no day"},
	} {
		on, value, none := example(tc.field, tc.by)
		if on != tc.on || value != tc.value || none != tc.none {
			t.Errorf("example(%d, %d) = %q, %d, %q", tc.field, tc.by, on, value, none)
		}
	}
}

func TestCrossing(t *testing.T) {
	for months := int64(-11); months <= 11; months++ {
		if months == 0 {
			continue
		}
		x, y, got := crossing(months)
		if got == months || got-months != 12 && months-got != 12 {
			t.Errorf("crossing(%d) = %q, %q, %d", months, x, y, got)
		}
	}
	if x, y, got := crossing(1); x != "15 January 2026" || y != "15 December 2025" || got != -11 {
		t.Errorf("crossing(1) = %q, %q, %d", x, y, got)
	}
}
