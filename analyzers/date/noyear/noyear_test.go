package noyear_test

import (
	"testing"

	"github.com/leapguard/leapguard/analyzers/date/noyear"
	"github.com/leapguard/leapguard/internal/ruletest"
)

func TestNoyear(t *testing.T) {
	ruletest.Run(t, noyear.Rule)
}
