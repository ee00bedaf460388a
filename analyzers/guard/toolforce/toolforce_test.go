package toolforce_test

import (
	"testing"

	"github.com/leapguard/leapguard/analyzers/guard/toolforce"
	"github.com/leapguard/leapguard/internal/ruletest"
)

func TestToolforce(t *testing.T) { ruletest.Run(t, toolforce.Rule) }
