package truncday_test

import (
	"testing"

	"github.com/leapguard/leapguard/analyzers/date/truncday"
	"github.com/leapguard/leapguard/internal/ruletest"
)

func TestTruncday(t *testing.T) {
	ruletest.Run(t, truncday.Rule)
}
