package config

import (
	"reflect"
	"strings"
	"testing"
)

var tuned = Check{
	Names: []string{"tuned", "formerly"}, Family: "date", Profile: Default,
	Options: []Option{
		{Name: "wide", Default: false, Strict: false},
		{Name: "within", Default: 0, Strict: 90},
		{Name: "names", Default: []string{"a"}, Strict: []string(nil)},
	},
}

func TestOptions(t *testing.T) {
	for _, tt := range []struct {
		text   string
		wide   bool
		within int
		names  []string
	}{
		{"", false, 0, []string{"a"}},
		{"profile: strict\n", false, 90, nil},
		{"options: {tuned: {wide: true}}\n", true, 0, []string{"a"}},
		{"options:\n  tuned:\n    within: -3\n    names: [b, c]\n", false, -3, []string{"b", "c"}},
		{"options: {formerly: {names: []}}\n", false, 0, []string{}},
		{"profile: strict\noptions: {tuned: {within: 0}}\n", false, 0, nil},
		{"options: {tuned: &o {wide: true}, other: *o}\n", true, 0, []string{"a"}},
	} {
		c := mustParse(t, tt.text)
		got, err := c.Options(tuned)
		want := map[string]any{"wide": tt.wide, "within": tt.within, "names": tt.names}
		if err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("%q: options %v, %v, want %v", tt.text, got, err, want)
		}
	}
}

func TestOptionErrors(t *testing.T) {
	plain := Check{Names: []string{"plain"}, Family: "date"}
	for _, tt := range []struct{ text, want string }{
		{"options: {tuned: {wide: yes}}\n", `f.yaml:1: wide of tuned: want true or false, not "yes"`},
		{"options: {tuned: {wide: 1}}\n", `f.yaml:1: wide of tuned: want true or false, not "1"`},
		{"options:\n  tuned:\n    within: soon\n", `f.yaml:3: within of tuned: want an integer, not "soon"`},
		{"options: {tuned: {within: 1.5}}\n", `f.yaml:1: within of tuned: want an integer, not "1.5"`},
		{"options: {tuned: {within: '1'}}\n", `f.yaml:1: within of tuned: want an integer, not "1"`},
		{"options: {tuned: {within: [1]}}\n", `f.yaml:1: within of tuned: want an integer, not a list`},
		{"options: {tuned: {names: a}}\n", `f.yaml:1: names of tuned: want a list of strings, not "a"`},
		{"options: {tuned: {names: {}}}\n", `f.yaml:1: names of tuned: want a list of strings, not a mapping`},
		{"options: {tuned: {names: [1]}}\n", `f.yaml:1: names of tuned: want a list of strings, not one with "1"`},
		{"options:\n  tuned:\n    wider: true\n", `f.yaml:3: unknown option "wider" of tuned (it has wide, within, names)`},
		{"options: {plain: {wide: true}}\n", `f.yaml:1: unknown option "wide" of plain (it has none)`},
		{"\noptions: {tunde: {wide: true}}\n", `f.yaml:2: unknown check "tunde"`},
		{"options: {date: {wide: true}}\n", `f.yaml:1: unknown check "date"`},
		{"options: {all: {wide: true}}\n", `f.yaml:1: unknown check "all"`},
		{"options: [tuned]\n", `f.yaml:1: options must map checks to their options`},
		{"options: {tuned: true}\n", `f.yaml:1: options of tuned must map names to values`},
		{"options: {tuned: {}}\n", `f.yaml:1: options of tuned without any have no effect`},
		{"options:\n  tuned: {wide: true}\n  tuned: {within: 1}\n", `f.yaml:3: tuned is there twice`},
		{"options:\n  tuned:\n    wide: true\n    wide: true\n", `f.yaml:4: wide is there twice`},
	} {
		c, err := Parse("f.yaml", []byte(tt.text))
		if err == nil {
			err = c.Validate([]Check{tuned, plain})
		}
		if err == nil || !strings.HasPrefix(err.Error(), tt.want) {
			t.Errorf("%q: error %v, want %s", tt.text, err, tt.want)
		}
	}
}
