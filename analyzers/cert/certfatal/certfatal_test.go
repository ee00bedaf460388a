package certfatal_test

import (
	"testing"

	"github.com/leapguard/leapguard/analyzers/cert/certfatal"
	"github.com/leapguard/leapguard/internal/ruletest"
)

func TestCertfatal(t *testing.T) {
	ruletest.Run(t, certfatal.Rule)
}
