package monthstart_test

import (
	"testing"

	"github.com/leapguard/leapguard/analyzers/date/monthstart"
	"github.com/leapguard/leapguard/internal/ruletest"
)

func TestMonthstart(t *testing.T) {
	ruletest.RunFixes(t, monthstart.Rule)
}
