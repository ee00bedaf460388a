package leaprule_test

import (
	"testing"

	"github.com/leapguard/leapguard/analyzers/date/leaprule"
	"github.com/leapguard/leapguard/internal/ruletest"
)

func TestLeaprule(t *testing.T) {
	ruletest.Run(t, leaprule.Rule)
}
