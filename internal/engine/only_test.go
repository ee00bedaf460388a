package engine

import (
	"reflect"
	"slices"
	"testing"

	"github.com/leapguard/leapguard/internal/finding"
	"github.com/leapguard/leapguard/internal/rule"
)

// TestOnly: what is reported of some packages is what a run of all reports of them,
// and no work is done for others.
func TestOnly(t *testing.T) {
	dir := unpack(t, `
-- a/a.go --
package a

import _ "example.com/m/b"

func InA() {}
-- b/b.go --
package b

func InB() {}
-- c/c.go --
package c

func InC() {}
`)
	opts := options(dir, toy("funcs", reportFuncs))
	opts.Only = func(path string) bool { return path == "example.com/m/a" }
	res := mustRun(t, opts, "./...")
	if got, want := describe(dir, res.Findings), []string{"a/a.go:5 funcs func InA"}; !reflect.DeepEqual(got, want) {
		t.Errorf("found %q, want %q", got, want)
	}
	if len(res.Packages) != 1 || res.Packages[0].Path != "example.com/m/a" || !res.Whole || res.Stats.Roots != 1 {
		t.Errorf("packages %v, whole %v, %d roots", res.Packages, res.Whole, res.Stats.Roots)
	}
	targets := make(map[string]bool) // what is imported may have facts
	for _, target := range res.Stats.Targets {
		targets[target.Package] = true
	}
	if want := map[string]bool{"example.com/m/a": true, "example.com/m/b": true}; !reflect.DeepEqual(targets, want) {
		t.Errorf("targets %v, want %v", targets, want)
	}
}

// TestOnlyOfProgram: rules of the whole program see all packages.
func TestOnlyOfProgram(t *testing.T) {
	dir := unpack(t, `
-- a/a.go --
package a

func InA() {}
-- c/c.go --
package c

func InC() {}
`)
	var seen []string
	funcs := toy("funcs", func(p *rule.Pass) error {
		p.Summarize(p.Pkg.Path())
		return reportFuncs(p)
	})
	funcs.Finish = func(p *rule.Program) []finding.Finding {
		for _, s := range p.Summaries {
			seen = append(seen, s.(string))
		}
		return nil
	}
	opts := options(dir, funcs, toy("other", reportFuncs))
	opts.Only = func(path string) bool { return path == "example.com/m/a" }
	got := describe(dir, mustRun(t, opts, "./...").Findings)
	if want := []string{"a/a.go:3 funcs func InA", "a/a.go:3 other func InA"}; !reflect.DeepEqual(got, want) {
		t.Errorf("found %q, want %q", got, want)
	}
	slices.Sort(seen)
	if want := []string{"example.com/m/a", "example.com/m/c"}; !reflect.DeepEqual(seen, want) {
		t.Errorf("summaries of %q, want %q", seen, want)
	}
}
