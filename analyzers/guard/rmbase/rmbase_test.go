package rmbase_test

import (
	"testing"

	"github.com/leapguard/leapguard/analyzers/guard/rmbase"
	"github.com/leapguard/leapguard/internal/ruletest"
)

func TestRmbase(t *testing.T) {
	ruletest.Run(t, rmbase.Rule)
}
