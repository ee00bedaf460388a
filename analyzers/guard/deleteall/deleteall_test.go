package deleteall_test

import (
	"testing"

	"github.com/leapguard/leapguard/analyzers/guard/deleteall"
	"github.com/leapguard/leapguard/internal/ruletest"
)

func TestDeleteall(t *testing.T) {
	ruletest.Run(t, deleteall.Rule)
}
