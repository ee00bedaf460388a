package isoyear_test

import (
	"testing"

	"github.com/leapguard/leapguard/analyzers/date/isoyear"
	"github.com/leapguard/leapguard/internal/ruletest"
)

func TestIsoyear(t *testing.T) {
	ruletest.Run(t, isoyear.Rule)
}
