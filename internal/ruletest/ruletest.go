// Package ruletest runs a check over its testdata, which is a module of its
// own: packages bad, good and edge, one for each fixed false alarm, and the
// examples of the rule's page in example/reported and example/silent.
package ruletest

import (
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/leapguard/leapguard/internal/rule"
)

// Run compares the findings of a check in every package of ./testdata with the
// want comments there.
func Run(t *testing.T, r *rule.Rule) {
	t.Helper()
	analysistest.Run(t, analysistest.TestData(), r.Analyzer, "./...")
}

// RunFixes is Run, and compares what the suggested fixes make of the files with
// the .golden files beside them.
func RunFixes(t *testing.T, r *rule.Rule) {
	t.Helper()
	analysistest.RunWithSuggestedFixes(t, analysistest.TestData(), r.Analyzer, "./...")
}
