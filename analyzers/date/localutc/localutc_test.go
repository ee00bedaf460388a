package localutc_test

import (
	"testing"

	"github.com/leapguard/leapguard/analyzers/date/localutc"
	"github.com/leapguard/leapguard/internal/ruletest"
)

func TestLocalutc(t *testing.T) {
	ruletest.Run(t, localutc.Rule)
}
