package unguarded

import (
	"os"
	"slices"
	"testing"

	"github.com/leapguard/leapguard/internal/config"
	"github.com/leapguard/leapguard/internal/ruletest"
)

func Test(t *testing.T) { ruletest.Run(t, Rule) }

// TestModels looks for a call of each function that leapguard comes with where the
// check has to find what it reports.
func TestModels(t *testing.T) {
	data, err := os.ReadFile("../../../internal/models/guards.yaml")
	if err != nil {
		t.Fatal(err)
	}
	rows, err := config.ParseModels("guards.yaml", data)
	if err != nil {
		t.Fatal(err)
	}
	calls := ruletest.Calls(t, "shipped")["shipped"]
	for _, m := range rows {
		if !slices.Contains(calls, m.Name) {
			t.Errorf("testdata/shipped/shipped.go does not call %s", m.Name)
		}
	}
}
