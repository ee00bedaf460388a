package engine

import (
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/leapguard/leapguard/internal/finding"
	"github.com/leapguard/leapguard/internal/rule"
)

// TestHolds: a finding that the whole program does not bear out is left out, and
// what programs import is known.
func TestHolds(t *testing.T) {
	dir := unpack(t, `
-- main.go --
package main

import _ "example.com/m/a"

func main() {}
-- main_test.go --
package main

import _ "example.com/m/tested"
-- a/a.go --
package a

import _ "example.com/m/b"

func Left() {}

func Out() {}
-- b/b.go --
package b

func Left() {}
-- tested/tested.go --
package tested
-- alone/alone.go --
package alone

func Left() {}
-- examples/main.go --
package main

import _ "example.com/m/alone"
-- testutil/tool/main.go --
package main

import _ "example.com/m/alone"
`)
	var served []string
	funcs := toy("funcs", func(p *rule.Pass) error {
		p.Summarize(p.Pkg.Path())
		return reportFuncs(p)
	})
	funcs.Holds = func(p *rule.Program, f finding.Finding) bool {
		served = slices.Sorted(maps.Keys(p.Served))
		return !strings.HasSuffix(f.Message, "Out")
	}
	funcs.Finish = func(p *rule.Program) []finding.Finding {
		return []finding.Finding{{Analyzer: "funcs", Message: "of the program: Out", Range: finding.Range{File: dir + "/z.go"}}}
	}
	other := toy("other", reportFuncs)
	got := describe(dir, mustRun(t, options(dir, funcs, other), "./...").Findings)
	want := []string{
		"a/a.go:5 funcs func Left", "a/a.go:5 other func Left", "a/a.go:7 other func Out",
		"alone/alone.go:3 funcs func Left", "alone/alone.go:3 other func Left",
		"b/b.go:3 funcs func Left", "b/b.go:3 other func Left",
		"main.go:5 funcs func main", "main.go:5 other func main",
		"z.go:0 funcs of the program: Out",
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("found %q, want %q", got, want)
	}
	if want := []string{"example.com/m/a", "example.com/m/b"}; !slices.Equal(served, want) {
		t.Errorf("programs import %q, want %q", served, want)
	}
}
