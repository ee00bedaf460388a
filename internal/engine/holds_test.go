package engine

import (
	"reflect"
	"strings"
	"testing"

	"github.com/leapguard/leapguard/internal/finding"
	"github.com/leapguard/leapguard/internal/rule"
)

// TestHolds: a finding that the whole program does not bear out is left out.
func TestHolds(t *testing.T) {
	dir := unpack(t, `
-- a/a.go --
package a

import _ "example.com/m/b"

func Left() {}

func Out() {}
-- b/b.go --
package b

func Left() {}
`)
	funcs := toy("funcs", func(p *rule.Pass) error {
		p.Summarize(p.Pkg.Path())
		return reportFuncs(p)
	})
	funcs.Holds = func(p *rule.Program, f finding.Finding) bool {
		return !strings.HasSuffix(f.Message, "Out")
	}
	funcs.Finish = func(p *rule.Program) []finding.Finding {
		return []finding.Finding{{Analyzer: "funcs", Message: "of the program: Out", Range: finding.Range{File: dir + "/z.go"}}}
	}
	other := toy("other", reportFuncs)
	got := describe(dir, mustRun(t, options(dir, funcs, other), "./...").Findings)
	want := []string{
		"a/a.go:5 funcs func Left", "a/a.go:5 other func Left", "a/a.go:7 other func Out",
		"b/b.go:3 funcs func Left", "b/b.go:3 other func Left",
		"z.go:0 funcs of the program: Out",
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("found %q, want %q", got, want)
	}
}
