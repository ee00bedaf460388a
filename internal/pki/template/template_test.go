package template

import (
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"
)

// TestSigns compares the facts of functions that create certificates.
func TestSigns(t *testing.T) {
	analysistest.Run(t, analysistest.TestData(), Core.Analyzer, "./...")
}
