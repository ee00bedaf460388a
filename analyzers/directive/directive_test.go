package directive

import (
	"path/filepath"
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/leapguard/leapguard/internal/ruletest"
)

func Test(t *testing.T) { ruletest.Run(t, Rule) }

// The annotations of the outage's code, which its corrected twin shares, are
// right.
func TestIncident(t *testing.T) {
	dir, err := filepath.Abs("../../testdata/incidents/storage2012")
	if err != nil {
		t.Fatal(err)
	}
	analysistest.Run(t, dir, Analyzer, "./fixed")
}
