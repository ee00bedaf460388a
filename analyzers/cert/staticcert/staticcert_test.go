package staticcert_test

import (
	"testing"

	"github.com/leapguard/leapguard/analyzers/cert/staticcert"
	"github.com/leapguard/leapguard/internal/ruletest"
)

func TestStaticcert(t *testing.T) {
	ruletest.Run(t, staticcert.Rule)
}
