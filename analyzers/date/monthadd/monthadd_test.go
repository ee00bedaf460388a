package monthadd_test

import (
	"testing"

	"github.com/leapguard/leapguard/analyzers/date/monthadd"
	"github.com/leapguard/leapguard/internal/ruletest"
)

func TestMonthadd(t *testing.T) {
	ruletest.RunFixes(t, monthadd.Rule)
}
