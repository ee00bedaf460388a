package guard_test

import (
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/leapguard/leapguard/internal/guard"
)

// TestFacts compares what is exported of functions and fields with the want
// comments there.
func TestFacts(t *testing.T) {
	analysistest.Run(t, analysistest.TestData(), guard.Core.Analyzer, ".")
}
