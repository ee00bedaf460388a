package timeoverflow_test

import (
	"testing"

	"github.com/leapguard/leapguard/analyzers/date/timeoverflow"
	"github.com/leapguard/leapguard/internal/ruletest"
)

func TestTimeoverflow(t *testing.T) {
	ruletest.Run(t, timeoverflow.Rule)
}

// TestModules: what the rest of a module makes sure of.
func TestModules(t *testing.T) {
	ruletest.RunModules(t, timeoverflow.Rule)
}
