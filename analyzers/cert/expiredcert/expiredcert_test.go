package expiredcert

import (
	"path/filepath"
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/leapguard/leapguard/internal/ruletest"
)

// The reference date, 2026-11-22, stands in the configuration of the testdata.
func Test(t *testing.T) { ruletest.Run(t, Rule) }

// TestStrict: in the strict profile certificates are to be valid for 90 days.
func TestStrict(t *testing.T) {
	analysistest.Run(t, filepath.Join(analysistest.TestData(), "strict"), Rule.Analyzer, "./...")
}

// TestUndated: nothing is said without a reference date.
func TestUndated(t *testing.T) {
	analysistest.Run(t, filepath.Join(analysistest.TestData(), "undated"), Rule.Analyzer, "./...")
}
