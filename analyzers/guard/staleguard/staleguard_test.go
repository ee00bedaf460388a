package staleguard_test

import (
	"testing"

	"github.com/leapguard/leapguard/analyzers/guard/staleguard"
	"github.com/leapguard/leapguard/internal/ruletest"
)

func TestStaleguard(t *testing.T) { ruletest.Run(t, staleguard.Rule) }
