package dstday_test

import (
	"path/filepath"
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/leapguard/leapguard/analyzers/date/dstday"
	"github.com/leapguard/leapguard/internal/ruletest"
)

func TestDstday(t *testing.T) {
	ruletest.Run(t, dstday.Rule)
	t.Run("default", func(t *testing.T) {
		analysistest.Run(t, filepath.Join(analysistest.TestData(), "default"), dstday.Analyzer, "./...")
	})
}
