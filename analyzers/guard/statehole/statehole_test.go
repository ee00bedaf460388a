package statehole_test

import (
	"testing"

	"github.com/leapguard/leapguard/analyzers/guard/statehole"
	"github.com/leapguard/leapguard/internal/ruletest"
)

func TestStatehole(t *testing.T) { ruletest.Run(t, statehole.Rule) }
