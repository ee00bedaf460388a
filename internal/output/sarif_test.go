package output

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/leapguard/leapguard/internal/finding"
	"github.com/leapguard/leapguard/internal/rule"
)

// decodeSARIF writes a report as SARIF and reads its only run back.
func decodeSARIF(t *testing.T, r *Report) sarifRun {
	t.Helper()
	var got strings.Builder
	if err := SARIF(&got, r); err != nil {
		t.Fatal(err)
	}
	var log sarifLog
	if err := json.Unmarshal([]byte(got.String()), &log); err != nil {
		t.Fatal(err)
	}
	return log.Runs[0]
}

func TestSARIFColumns(t *testing.T) {
	// The clef takes 4 bytes and 2 units, é 2 bytes and 1 unit.
	const line = "x := \"𝄞é\" + y\n"
	tests := []struct{ column, want int }{
		{1, 1}, {7, 7}, {11, 9}, {13, 10}, {17, 14}, {18, 15}, {19, 16},
	}
	for _, tt := range tests {
		run := decodeSARIF(t, report(line, finding.Finding{Range: at(1, tt.column, 1, tt.column), Analyzer: "a"}))
		if got := run.Results[0].Locations[0].Physical.Region.StartColumn; got != tt.want {
			t.Errorf("byte %d is column %d, want %d", tt.column, got, tt.want)
		}
	}
}

func TestSARIFArtifacts(t *testing.T) {
	tests := []struct{ file, uri, base string }{
		{"/repo/src/a b%.go", "src/a%20b%25.go", "%SRCROOT%"},
		{"/repo/a:b.go", "./a:b.go", "%SRCROOT%"},
		{"/repository/a.go", "file:///repository/a.go", ""},
	}
	for _, tt := range tests {
		r := report("", finding.Finding{Range: at(1, 1, 1, 2), Analyzer: "a"})
		r.Findings[0].File = tt.file
		got := decodeSARIF(t, r).Results[0].Locations[0].Physical.Artifact
		if got.URI != tt.uri || got.BaseID != tt.base {
			t.Errorf("%s: %q relative to %q, want %q to %q", tt.file, got.URI, got.BaseID, tt.uri, tt.base)
		}
	}
}

// Long ranges come without their source, and a step that is the finding itself is
// none of its path.
func TestSARIFBounds(t *testing.T) {
	lines := strings.Repeat("x\n", 20)
	r := report(lines,
		finding.Finding{Range: at(1, 1, 10, 2), Analyzer: "a", Related: []finding.Related{{Range: at(1, 1, 10, 2), Message: "here"}}},
		finding.Finding{Range: at(1, 1, 11, 2), Analyzer: "a", Related: []finding.Related{{Range: at(2, 1, 2, 2), Message: "there"}}},
	)
	r.Rules = []*rule.Rule{{Def: rule.Def{Meta: rule.Meta{Slug: "a", Path: rule.Leading}}}}
	results := decodeSARIF(t, r).Results
	if got := results[0].Locations[0].Physical.Region.Snippet; got == nil || got.Text != strings.Repeat("x\n", 9)+"x" {
		t.Errorf("the source of ten lines is %v", got)
	}
	if got := results[1].Locations[0].Physical.Region.Snippet; got != nil {
		t.Errorf("the source of eleven lines is %q", got.Text)
	}
	if got := results[0].Flows; len(got) != 0 {
		t.Errorf("a path from the finding to itself: %+v", got)
	}
	if got := results[1].Flows; len(got) != 1 || len(got[0].Threads[0].Locations) != 2 {
		t.Errorf("path %+v", got)
	}
}

func TestSARIFRun(t *testing.T) {
	r := report(source, finding.Finding{
		Range: at(5, 10, 5, 74), Analyzer: "yearadd", Message: "m", Severity: finding.Info, Fingerprint: "00ff",
		Related: []finding.Related{{Range: at(3, 8, 3, 19), Message: "here"}},
	})
	r.Rules = []*rule.Rule{
		{Def: rule.Def{Meta: rule.Meta{Slug: "other", Severity: finding.Warning, Profile: "strict"}}},
		{Def: rule.Def{Meta: rule.Meta{
			Slug: "yearadd", Title: "a title", Severity: finding.Error, Profile: "default", CWE: []int{20},
			Page: "/*\nPackage yearadd reports\nsteps of a year.\n\n# Reported\n*/\npackage yearadd\n",
		}}},
	}
	r.Page = func(slug string) string { return "page of " + slug }
	r.ExitCode = 3
	r.Problems = []Problem{{Package: "example.com/b", File: "/repo/b.go", Line: 4, Message: "undefined: x"}}
	run := decodeSARIF(t, r)

	res := run.Results[0]
	if res.RuleIndex == nil || *res.RuleIndex != 1 || res.Level != "note" || res.Fingerprints["leapguard/v1"] != "00ff" {
		t.Errorf("result %+v", res)
	}
	if len(res.Related) != 1 || *res.Related[0].ID != 1 || res.Related[0].Message.Text != "here" || res.Related[0].Physical.Region.StartLine != 3 {
		t.Errorf("related locations %+v", res.Related)
	}
	rules := run.Tool.Driver.Rules
	if rules[0].Configure.Enabled || rules[0].Configure.Level != "warning" {
		t.Errorf("strict rule %+v", rules[0])
	}
	if got, want := rules[1].Full.Text, "Package yearadd reports steps of a year."; got != want {
		t.Errorf("full description %q, want %q", got, want)
	}
	if got, want := rules[1].Help.Markdown, "page of yearadd"; got != want {
		t.Errorf("help %q, want %q", got, want)
	}
	inv := run.Invocations[0]
	if inv.Successful || inv.ExitCode != 3 || len(inv.Notifications) != 1 {
		t.Fatalf("invocation %+v", inv)
	}
	note := inv.Notifications[0]
	if note.Message.Text != "undefined: x; package example.com/b was not analysed" || note.Locations[0].Physical.Artifact.URI != "b.go" || note.Locations[0].Physical.Region.StartLine != 4 {
		t.Errorf("notification %+v", note)
	}
	if run.Properties["referenceDate"] != "2026-11-22" {
		t.Errorf("properties %v", run.Properties)
	}
}
