package dstday_test

import (
	"testing"

	"github.com/leapguard/leapguard/analyzers/date/dstday"
	"github.com/leapguard/leapguard/internal/ruletest"
)

func TestDstday(t *testing.T) {
	ruletest.Run(t, dstday.Rule)
}
