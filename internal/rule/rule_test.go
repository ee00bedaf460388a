package rule

import (
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
)

func TestRedact(t *testing.T) {
	key := `parse("` + strings.Repeat("MC4CAQAw", 6) + `")`
	related := []analysis.RelatedInformation{{Message: key}}
	d := analysis.Diagnostic{Message: key + " is wrong", Related: related}
	redact(&d)
	if d.Message != `parse("…") is wrong` || d.Related[0].Message != `parse("…")` {
		t.Errorf("redacted to %q, %q", d.Message, d.Related[0].Message)
	}
	if related[0].Message != key {
		t.Error("the check's own list is changed")
	}
}

func TestHelpsTests(t *testing.T) {
	for pkg, want := range map[string]bool{
		"net/http/httptest":     true,
		"go-fdo/fdotest":        true,
		"m/store/storetest/pki": true,
		"m/internal/testutil":   true,
		"m/internal/mockca":     true,
		"m/client/fake":         true,
		"m/tests/fleet":         true,
		"m/contest":             false,
		"m/http":                false,
		"test":                  false,
		"test/store":            false,
		"mockery/store":         false,
	} {
		if got := helpsTests(pkg); got != want {
			t.Errorf("helpsTests(%q) = %v, want %v", pkg, got, want)
		}
	}
}
