package durunit_test

import (
	"testing"

	"github.com/leapguard/leapguard/analyzers/date/durunit"
	"github.com/leapguard/leapguard/internal/ruletest"
)

func TestDurunit(t *testing.T) {
	ruletest.Run(t, durunit.Rule)
}
