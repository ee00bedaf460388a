// Package ruletest runs a check over its testdata, which is a module of its
// own: packages bad, good and edge, one for each fixed false alarm, and the
// examples of the rule's page in example/reported and example/silent.
//
// What an option adds is tested in a further module, options/NAME, whose
// .leapguard.yaml sets it. Nothing may be reported there without that file.
package ruletest

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/leapguard/leapguard/internal/config"
	"github.com/leapguard/leapguard/internal/engine"
	"github.com/leapguard/leapguard/internal/rule"
)

// Run compares the findings of a check in every package of ./testdata, and of
// ./testdata/options/NAME for each of its options, with the want comments
// there.
func Run(t *testing.T, r *rule.Rule) {
	t.Helper()
	analysistest.Run(t, analysistest.TestData(), r.Analyzer, "./...")
	runOptions(t, r)
}

// RunFixes is Run, and compares what the suggested fixes make of the files with
// the .golden files beside them.
func RunFixes(t *testing.T, r *rule.Rule) {
	t.Helper()
	analysistest.RunWithSuggestedFixes(t, analysistest.TestData(), r.Analyzer, "./...")
	runOptions(t, r)
}

func runOptions(t *testing.T, r *rule.Rule) {
	t.Helper()
	var names []string
	for _, o := range r.Check().Options {
		names = append(names, o.Name)
	}
	dirs, err := filepath.Glob(filepath.Join(analysistest.TestData(), "options", "*"))
	if err != nil {
		t.Fatal(err)
	}
	var tested []string
	for _, dir := range dirs {
		name := filepath.Base(dir)
		tested = append(tested, name)
		t.Run(name, func(t *testing.T) {
			if _, err := config.Load(filepath.Join(dir, config.FileName)); err != nil {
				t.Fatal(err)
			}
			analysistest.Run(t, dir, r.Analyzer, "./...")
			for _, f := range withoutOptions(t, r, dir) {
				t.Errorf("reported without the option: %s", f)
			}
		})
	}
	slices.Sort(names)
	if !slices.Equal(names, tested) {
		t.Errorf("options %q, but testdata/options holds %q", names, tested)
	}
}

// withoutOptions returns what a check reports in a module with all options at
// their defaults.
func withoutOptions(t *testing.T, r *rule.Rule, dir string) []string {
	t.Helper()
	on, err := config.ParseSwitches(r.Slug)
	if err != nil {
		t.Fatal(err)
	}
	result, err := engine.Run(t.Context(), engine.Options{
		Dir:    dir,
		Env:    append(os.Environ(), "GOFLAGS=", "GOWORK=off", "GOPROXY=off"),
		Tests:  true,
		Rules:  []*rule.Rule{r},
		Config: func(string) (*config.Config, error) { return &config.Config{Checks: on}, nil },
	}, "./...")
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, f := range result.Findings {
		out = append(out, f.File+": "+f.Message)
	}
	for _, err := range result.Internal {
		out = append(out, err.Error())
	}
	for _, err := range result.Skipped {
		out = append(out, err.Error())
	}
	return out
}
