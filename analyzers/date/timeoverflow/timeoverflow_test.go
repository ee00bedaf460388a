package timeoverflow_test

import (
	"testing"

	"github.com/leapguard/leapguard/analyzers/date/timeoverflow"
	"github.com/leapguard/leapguard/internal/ruletest"
)

func TestTimeoverflow(t *testing.T) {
	ruletest.Run(t, timeoverflow.Rule)
}
