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
