package ignoredguard

import (
	"testing"

	"github.com/leapguard/leapguard/internal/ruletest"
)

func Test(t *testing.T) { ruletest.Run(t, Rule) }
