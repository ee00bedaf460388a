package engine

import (
	"strings"
	"testing"

	"github.com/leapguard/leapguard/internal/rule"
)

// TestSuppressed: what comments suppress is told on request, and the fingerprints of
// other findings do not depend on it.
func TestSuppressed(t *testing.T) {
	const src = `
-- a.go --
package m

func from(int) int { return 0 }

func f() {
	from(1) //leapguard:ignore renaming for a reason
	from(1)
}
-- a_test.go --
package m

var _ = from(2) //leapguard:ignore renaming in tests
`
	run := func(src string, suppressed bool) *Result {
		opts := Options{Dir: unpack(t, src), Rules: []*rule.Rule{renaming(rule.SafeFix)}, Tests: true, Suppressed: suppressed}
		return mustRun(t, opts, ".")
	}
	without, with := run(src, false), run(src, true)
	alone := run(strings.Replace(src, "\tfrom(1) //leapguard:ignore renaming for a reason\n", "", 1), false)
	if len(without.Suppressed) != 0 {
		t.Errorf("without a request: %+v", without.Suppressed)
	}
	for _, r := range []*Result{without, with, alone} {
		if len(r.Findings) != 1 || r.Findings[0].Suppression != nil || r.Findings[0].Fingerprint != alone.Findings[0].Fingerprint {
			t.Errorf("found %+v, want one with the fingerprint of %+v", r.Findings, alone.Findings[0])
		}
	}
	if len(with.Suppressed) != 2 { // the file of the package belongs to its test variant, too
		t.Fatalf("suppressed: %+v", with.Suppressed)
	}
	first, second := with.Suppressed[0], with.Suppressed[1]
	if s := first.Suppression; s == nil || s.Reason != "for a reason" || s.Line != 6 || s.Column != 10 || s.EndColumn != 50 || len(first.Fixes) > 0 {
		t.Errorf("the first: %+v, by %+v", first, s)
	}
	if first.Fingerprint == with.Findings[0].Fingerprint || second.Suppression.Reason != "in tests" {
		t.Errorf("the first: %+v; the second: %+v", first, second)
	}
}
