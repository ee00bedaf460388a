package output

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"github.com/leapguard/leapguard/internal/finding"
)

func TestGitHub(t *testing.T) {
	r := report("", finding.Finding{
		Range:    at(3, 5, 4, 6),
		Analyzer: "yearadd",
		Message:  "100% of a,b: one\r\ntwo",
		Severity: finding.Info,
		URL:      "https://example.com/yearadd.md",
		Related:  []finding.Related{{Range: at(1, 1, 1, 8), Message: "here"}},
	})
	r.Findings[0].File = "/repo/src/100%,a:b.go"
	const want = "::notice file=src/100%25%2Ca%3Ab.go,line=3,endLine=4,col=5,title=leapguard%3A yearadd::" +
		"100%25 of a,b: one%0D%0Atwo%0Asrc/a.go:1:1: here%0Ahttps://example.com/yearadd.md\n"
	if got := written(t, GitHub, r); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// TestGitHubLimit has more findings and errors than GitHub keeps annotations.
func TestGitHubLimit(t *testing.T) {
	var findings []finding.Finding
	for i := range 12 {
		for _, s := range []finding.Severity{finding.Error, finding.Warning, finding.Info} {
			findings = append(findings, finding.Finding{
				Range: at(i+1, 1, i+1, 2), Analyzer: "a", Severity: s, Message: fmt.Sprintf("%s %d", s, i),
				Related: []finding.Related{{Range: at(1, 1, 1, 2), Message: fmt.Sprintf("related %d", i)}},
			})
		}
	}
	r := report("", findings...)
	r.Problems = []Problem{{Package: "p", File: "/repo/p.go", Line: 3, Message: "undefined: x"}}
	lines := strings.Split(strings.TrimSuffix(written(t, GitHub, r), "\n"), "\n")
	if len(lines) != 30+6*2+1 {
		t.Fatalf("%d lines, want 30 commands and 13 lines for the rest:\n%s", len(lines), strings.Join(lines, "\n"))
	}
	count := make(map[string]int)
	for i, line := range lines {
		command, _, _ := strings.Cut(line, " ")
		count[command]++
		if isCommand := strings.HasPrefix(line, "::"); isCommand != (i < 30) {
			t.Errorf("line %d is %s", i, line)
		}
	}
	for _, command := range []string{"::error", "::warning", "::notice"} {
		if count[command] != 10 {
			t.Errorf("%d of %s, want 10", count[command], command)
		}
	}
	rest := strings.Join(lines[30:], "\n")
	for _, want := range []string{
		"src/a.go:11:1: error: error 10 (a)\n  src/a.go:1:1: related 10\n",
		"src/a.go:12:1: info: info 11 (a)\n",
		"p.go:3: undefined: x; package p was not analysed",
	} {
		if !strings.Contains(rest, want) {
			t.Errorf("no %q in\n%s", want, rest)
		}
	}
}

func TestSummaryLimit(t *testing.T) {
	var findings []finding.Finding
	for i := range 1000 {
		findings = append(findings, finding.Finding{Range: at(i+1, 1, i+1, 2), Analyzer: "a", Message: strings.Repeat("x", i%300)})
	}
	r := report("", findings...)
	more := regexp.MustCompile(`\n(\d+) more stand in the log of the step\.\n$`)
	full := written(t, everyFormat["summary.md"], r)
	for _, limit := range []int{0, 10, 70, 100, 200, 1000, 10_000, len(full) - 1} {
		var out strings.Builder
		if err := Summary(&out, r, limit); err != nil {
			t.Fatal(err)
		}
		got := out.String()
		if len(got) > limit {
			t.Errorf("%d bytes, more than %d", len(got), limit)
		}
		if got == "" {
			if limit >= summaryReserve {
				t.Errorf("nothing in %d bytes", limit)
			}
			continue
		}
		rows := strings.Count(got, "| info |")
		if m := more.FindStringSubmatch(got); m == nil || m[1] != fmt.Sprint(1000-rows) {
			t.Errorf("limit %d: %d rows, and then %q", limit, rows, m)
		}
	}
	if more.MatchString(full) || strings.Count(full, "| info |") != 1000 {
		t.Error("findings are missing though there is room for them")
	}
}

// written returns what a format writes.
func written(t *testing.T, write format, r *Report) string {
	t.Helper()
	var out strings.Builder
	if err := write(&out, r); err != nil {
		t.Fatal(err)
	}
	return out.String()
}
