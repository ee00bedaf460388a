package fixedyear_test

import (
	"testing"

	"github.com/leapguard/leapguard/analyzers/date/fixedyear"
	"github.com/leapguard/leapguard/internal/ruletest"
)

func TestFixedyear(t *testing.T) {
	ruletest.Run(t, fixedyear.Rule)
}
