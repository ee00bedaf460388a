package deleteall_test

import (
	"slices"
	"testing"

	"github.com/leapguard/leapguard/analyzers/guard/deleteall"
	"github.com/leapguard/leapguard/internal/models"
	"github.com/leapguard/leapguard/internal/ruletest"
)

func TestDeleteall(t *testing.T) {
	ruletest.Run(t, deleteall.Rule)
}

// TestModels looks for a call of each function of the model in the file for what it
// does, where the check has to find what it reports.
func TestModels(t *testing.T) {
	calls := ruletest.Calls(t, "models")
	for name, fn := range models.DeleteFunctions() {
		file := "keys"
		switch {
		case fn.Runs:
			file = "runs"
		case fn.Selects:
			file = "selects"
		}
		if !slices.Contains(calls[file], name) {
			t.Errorf("testdata/models/%s.go does not call %s", file, name)
		}
	}
}
