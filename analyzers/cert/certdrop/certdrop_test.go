package certdrop_test

import (
	"testing"

	"github.com/leapguard/leapguard/analyzers/cert/certdrop"
	"github.com/leapguard/leapguard/internal/ruletest"
)

func TestCertdrop(t *testing.T) {
	ruletest.RunFixes(t, certdrop.Rule)
}
