package badlayout_test

import (
	"testing"

	"github.com/leapguard/leapguard/analyzers/date/badlayout"
	"github.com/leapguard/leapguard/internal/ruletest"
)

func TestBadlayout(t *testing.T) {
	ruletest.RunFixes(t, badlayout.Rule)
}
