package randneg_test

import (
	"testing"

	"github.com/leapguard/leapguard/analyzers/date/randneg"
	"github.com/leapguard/leapguard/internal/ruletest"
)

func TestRandneg(t *testing.T) {
	ruletest.Run(t, randneg.Rule)
}

// TestModules: what the rest of a module makes sure of.
func TestModules(t *testing.T) {
	ruletest.RunModules(t, randneg.Rule)
}
