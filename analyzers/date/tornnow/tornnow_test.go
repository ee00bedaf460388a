package tornnow_test

import (
	"testing"

	"github.com/leapguard/leapguard/analyzers/date/tornnow"
	"github.com/leapguard/leapguard/internal/ruletest"
)

func TestTornnow(t *testing.T) {
	ruletest.RunFixes(t, tornnow.Rule)
}
