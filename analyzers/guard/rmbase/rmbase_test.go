package rmbase_test

import (
	"slices"
	"testing"

	"github.com/leapguard/leapguard/analyzers/guard/rmbase"
	"github.com/leapguard/leapguard/internal/models"
	"github.com/leapguard/leapguard/internal/ruletest"
)

func TestRmbase(t *testing.T) {
	ruletest.Run(t, rmbase.Rule)
}

// TestModels looks for a call of each function of the model in the file for what it
// does, where the check has to find what it reports.
func TestModels(t *testing.T) {
	calls := ruletest.Calls(t, "models")
	for name, fn := range models.PathFunctions() {
		if file := does(fn); !slices.Contains(calls[file], name) {
			t.Errorf("testdata/models/%s.go does not call %s", file, name)
		}
	}
}

// does returns the word of the model for what a function does.
func does(fn *models.PathFunc) string {
	switch {
	case fn.Removes:
		return "removes"
	case fn.Joins:
		return "joins"
	case fn.Keeps:
		return "keeps"
	case fn.Exists:
		return "exists"
	case fn.Named:
		return "named"
	case fn.Makes:
		return "makes"
	}
	return fn.Given
}
