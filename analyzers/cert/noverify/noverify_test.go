package noverify_test

import (
	"testing"

	"github.com/leapguard/leapguard/analyzers/cert/noverify"
	"github.com/leapguard/leapguard/internal/ruletest"
)

func TestNoverify(t *testing.T) {
	ruletest.Run(t, noverify.Rule)
}
