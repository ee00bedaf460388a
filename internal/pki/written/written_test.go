package written_test

import (
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/leapguard/leapguard/internal/pki/written"
)

// TestFields: a field is written if the package sets it to names only of files that it
// has written whatever they held. The rest is tested with the checks.
func TestFields(t *testing.T) {
	analysistest.Run(t, analysistest.TestData(), written.Core.Analyzer, "./...")
}
