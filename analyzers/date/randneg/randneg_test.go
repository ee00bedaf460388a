package randneg_test

import (
	"testing"

	"github.com/leapguard/leapguard/analyzers/date/randneg"
	"github.com/leapguard/leapguard/internal/ruletest"
)

func TestRandneg(t *testing.T) {
	ruletest.Run(t, randneg.Rule)
}
