package engine

import (
	"context"
	"testing"

	"github.com/leapguard/leapguard/analyzers"
	"github.com/leapguard/leapguard/internal/finding"
)

// TestRanges checks that the findings of two checks never share a range: where
// both could report the same code, the narrower one does.
func TestRanges(t *testing.T) {
	for name, opts := range corpus(t) {
		opts.Rules = analyzers.All()
		res, err := Run(context.Background(), opts, "./...")
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		byRange := make(map[finding.Range]finding.Finding)
		for _, f := range res.Findings {
			if other, ok := byRange[f.Range]; ok && other.Analyzer != f.Analyzer {
				t.Errorf("%s:%d:%d: both\n  %s (%s)\n  %s (%s)", f.File, f.Line, f.Column, other.Message, other.Analyzer, f.Message, f.Analyzer)
			}
			byRange[f.Range] = f
		}
	}
}
