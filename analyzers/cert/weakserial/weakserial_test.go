package weakserial

import (
	"testing"

	"github.com/leapguard/leapguard/internal/ruletest"
)

func Test(t *testing.T) { ruletest.RunFixes(t, Rule) }
