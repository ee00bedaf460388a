package fieldmath_test

import (
	"testing"

	"github.com/leapguard/leapguard/analyzers/date/fieldmath"
	"github.com/leapguard/leapguard/internal/ruletest"
)

func TestFieldmath(t *testing.T) {
	ruletest.RunFixes(t, fieldmath.Rule)
}
