package yeardayage_test

import (
	"testing"

	"github.com/leapguard/leapguard/analyzers/date/yeardayage"
	"github.com/leapguard/leapguard/internal/ruletest"
)

func TestYeardayage(t *testing.T) {
	ruletest.Run(t, yeardayage.Rule)
}
