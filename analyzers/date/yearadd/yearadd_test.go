package yearadd_test

import (
	"testing"

	"github.com/leapguard/leapguard/analyzers/date/yearadd"
	"github.com/leapguard/leapguard/internal/ruletest"
)

func TestYearadd(t *testing.T) {
	ruletest.Run(t, yearadd.Rule)
}
