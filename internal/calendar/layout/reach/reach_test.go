package reach_test

import (
	"slices"
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/leapguard/leapguard/internal/calendar/layout/reach"
)

// TestReach compares the facts with the want comments, and the layouts of the
// package uses.
func TestReach(t *testing.T) {
	results := analysistest.Run(t, analysistest.TestData(), reach.Core.Analyzer, "./...")
	var got []string
	for _, r := range results {
		if r.Pass.Pkg.Name() != "uses" {
			continue
		}
		for _, l := range r.Result.([]*reach.Layout) {
			use := map[reach.Use]string{reach.Parse: " parsed", reach.Print: " printed"}[l.Use]
			if l.Argument {
				use += " directly"
			}
			got = append(got, l.Value+use)
		}
	}
	want := []string{
		"a2 printed directly", "b2 printed", "c2 parsed", "d2 parsed", "e2 printed", "f2 printed", "g2 parsed", "h2 printed",
	}
	if !slices.Equal(got, want) {
		t.Errorf("layouts %q, want %q", got, want)
	}
}
