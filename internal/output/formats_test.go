package output

import (
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/leapguard/leapguard/internal/finding"
)

type format = func(io.Writer, *Report) error

// TestGitLab checks what GitLab asks of a Code Quality report: every issue has
// a description, a check, a severity of theirs, a line, a path within the
// repository and a fingerprint of its own.
func TestGitLab(t *testing.T) {
	same := finding.Finding{Range: at(1, 1, 1, 2), Analyzer: "a", Message: "m", Fingerprint: "ff"}
	none := finding.Finding{Range: at(1, 1, 1, 2), Analyzer: "a", Message: "m"}
	r := report("", same, same, same, none, none)
	r.Problems = []Problem{{Message: "p", Internal: true}, {Message: "p", Internal: true}}
	for _, r := range []*Report{r, richReport()} {
		var issues []struct {
			Description, Severity, Fingerprint string
			CheckName                          string `json:"check_name"`
			Location                           struct {
				Path  string
				Lines struct{ Begin int }
			}
		}
		if err := json.Unmarshal([]byte(written(t, GitLab, r)), &issues); err != nil {
			t.Fatal(err)
		}
		if len(issues) != len(r.Findings)+len(r.Problems) {
			t.Errorf("%d issues", len(issues))
		}
		seen := make(map[string]bool)
		for _, issue := range issues {
			if issue.Description == "" || issue.CheckName == "" || issue.Location.Path == "" || issue.Location.Lines.Begin < 1 ||
				!slices.Contains([]string{"info", "minor", "major", "critical", "blocker"}, issue.Severity) {
				t.Errorf("incomplete: %+v", issue)
			}
			if issue.Fingerprint == "" || seen[issue.Fingerprint] {
				t.Errorf("fingerprint %q is empty or not the only one", issue.Fingerprint)
			}
			seen[issue.Fingerprint] = true
		}
	}
}

// TestJUnit checks what GitLab and Jenkins tell cases by, and the sums.
func TestJUnit(t *testing.T) {
	same := finding.Finding{Range: at(1, 1, 1, 2), Analyzer: "a", Message: "m"}
	twin := finding.Finding{Range: at(9, 1, 9, 2), Analyzer: "a", Message: "m (2)"}
	for _, r := range []*Report{richReport(), report("", same, twin, same, same), report("")} {
		var suites junitSuites
		if err := xml.Unmarshal([]byte(written(t, JUnit, r)), &suites); err != nil {
			t.Fatal(err)
		}
		seen := make(map[string]bool)
		failures, failed := 0, 0
		for _, c := range suites.Suite.Cases {
			if name := c.Class + "\n" + c.Name; seen[name] {
				t.Errorf("two cases %s", name)
			} else {
				seen[name] = true
			}
			if c.Failure != nil {
				failures++
			}
			if c.Error != nil {
				failed++
			}
		}
		if failures != len(r.Findings) || failures != suites.Failures || failures != suites.Suite.Failures {
			t.Errorf("%d failures for %d findings, and %d by the sum", failures, len(r.Findings), suites.Failures)
		}
		if failed != len(r.Problems) || failed != suites.Errors || failed != suites.Suite.Errors {
			t.Errorf("%d errors for %d", failed, len(r.Problems))
		}
		if n := len(suites.Suite.Cases); n == 0 || n != suites.Tests || n != suites.Suite.Tests {
			t.Errorf("%d cases, %d by the sum", n, suites.Tests)
		}
	}
}

// TestSuggestions applies the suggestions of rdjson one by one, each to the
// file as it was, which is what reviewdog lets people do.
func TestSuggestions(t *testing.T) {
	const src = "a = b(1)\r\nc = d(é)\r\n"
	edit := func(line, from, to int, text string) finding.Edit {
		return finding.Edit{Range: at(line, from, line, to), NewText: text}
	}
	elsewhere := edit(2, 1, 2, "elsewhere") // overlaps none
	tests := []struct {
		name  string
		edits []finding.Edit
		want  string // "" where there is no suggestion
	}{
		{"one", []finding.Edit{edit(1, 5, 9, "z")}, "a = z\r\nc = d(é)\r\n"},
		{"insertion", []finding.Edit{edit(2, 1, 1, "x\n")}, "a = b(1)\r\nx\nc = d(é)\r\n"},
		{"no end", []finding.Edit{{Range: at(2, 1, 0, 0), NewText: "x"}}, "a = b(1)\r\nxc = d(é)\r\n"},
		{"two on a line", []finding.Edit{edit(1, 7, 8, "2"), edit(1, 1, 2, "A")}, "A = b(2)\r\nc = d(é)\r\n"},
		{"two lines", []finding.Edit{edit(1, 1, 2, "A"), edit(2, 7, 9, "e")}, "A = b(1)\r\nc = d(e)\r\n"},
		{"overlap", []finding.Edit{edit(1, 1, 6, "A"), edit(1, 5, 7, "B")}, ""},
		{"another file", []finding.Edit{edit(1, 1, 2, "A"), elsewhere}, ""},
		{"only another file", []finding.Edit{elsewhere}, ""},
		{"beyond the file", []finding.Edit{edit(1, 1, 2, "A"), edit(9, 1, 2, "B")}, ""},
		{"none", nil, ""},
	}
	for _, tt := range tests {
		r := report(src, finding.Finding{Range: at(1, 1, 1, 2), Analyzer: "a", Fixes: []finding.Fix{{Message: "m", Edits: tt.edits}}})
		for i, e := range tt.edits {
			if e.NewText == elsewhere.NewText {
				r.Findings[0].Fixes[0].Edits[i].File = "/repo/src/b.go"
			}
		}
		var doc rdResult
		if err := json.Unmarshal([]byte(written(t, RDJSON, r)), &doc); err != nil {
			t.Fatal(err)
		}
		suggestions := doc.Diagnostics[0].Suggestions
		if tt.want == "" {
			if len(suggestions) > 0 {
				t.Errorf("%s: suggestion %+v", tt.name, suggestions)
			}
			continue
		}
		if len(suggestions) != 1 {
			t.Errorf("%s: %d suggestions", tt.name, len(suggestions))
			continue
		}
		f := newSources(report(src)).file("/repo/src/a.go")
		rg := suggestions[0].Range
		from, to := f.offset(rg.Start.Line, rg.Start.Column), f.offset(rg.End.Line, rg.End.Column)
		if got := src[:from] + suggestions[0].Text + src[to:]; got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}

// TestSuggestionAcrossKey has a fix with a key between its edits.
func TestSuggestionAcrossKey(t *testing.T) {
	r := richReport()
	r.Findings = r.Findings[:1]
	at := func(line, column int) finding.Edit {
		return finding.Edit{Range: finding.Range{File: r.Findings[0].File, Line: line, Column: column, EndLine: line, EndColumn: column}, NewText: "x"}
	}
	r.Findings[0].Fixes = []finding.Fix{{Edits: []finding.Edit{at(1, 1), at(5, 1)}}}
	if got := written(t, RDJSON, r); strings.Contains(got, "suggestions") {
		t.Errorf("a suggestion would show the key:\n%s", got)
	}
	if got := written(t, SARIF, r); !strings.Contains(got, "insertedContent") {
		t.Error("no fix in SARIF, which shows nothing of what lies between the edits")
	}
}

// TestReadOnce has formats read a file once, whatever the number of findings.
func TestReadOnce(t *testing.T) {
	for name, write := range everyFormat {
		r := richReport()
		reads := make(map[string]int)
		read := r.Read
		r.Read = func(name string) ([]byte, error) { reads[name]++; return read(name) }
		written(t, write, r)
		for file, n := range reads {
			if n > 1 {
				t.Errorf("%s reads %s %d times", name, file, n)
			}
		}
	}
}

// failing fails after some bytes.
type failing struct{ left int }

var errFull = errors.New("no space left")

func (w *failing) Write(p []byte) (int, error) {
	if w.left -= len(p); w.left < 0 {
		return 0, errFull
	}
	return len(p), nil
}

// TestWriteErrors has every format tell that a disk is full.
func TestWriteErrors(t *testing.T) {
	for name, write := range everyFormat {
		for _, left := range []int{0, 10, 200} {
			if err := write(&failing{left}, richReport()); !errors.Is(err, errFull) {
				t.Errorf("%s: error %v after %d bytes", name, err, left)
			}
		}
	}
}

// FuzzFormats writes reports with any text in the places where text comes from
// the source, and reads them back.
func FuzzFormats(f *testing.F) {
	f.Add("a.go", "message", "p")
	f.Add("a b%,:é.go", "::error::x\r\n##[error]y", "`|<b>]]>&\"'")
	f.Add("\xff.go", "\x00\u202e\x1b[31m", "\\")
	f.Fuzz(func(t *testing.T, file, message, related string) {
		file = "/repo/src/" + strings.Trim(strings.ReplaceAll(file, "/", "_"), ".")
		r := report("", finding.Finding{Range: at(1, 1, 1, 2), Analyzer: "a", Message: message, Related: []finding.Related{{Range: at(1, 1, 1, 1), Message: related}}})
		r.Findings[0].File = file
		for range githubLimit {
			r.Findings = append(r.Findings, r.Findings[0])
		}
		r.Problems = []Problem{{Package: related, File: file, Message: message}}
		n := len(r.Findings) + len(r.Problems)

		commands := 0
		for line := range strings.Lines(written(t, GitHub, r)) {
			if strings.HasPrefix(strings.TrimSpace(line), "::") {
				commands++
				checkCommand(t, line, inside("/repo", file))
			} else if strings.Contains(line, "##[") {
				t.Errorf("a command of the old form: %q", line)
			}
		}
		if commands != githubLimit+1 {
			t.Errorf("%d commands, want %d", commands, githubLimit+1)
		}
		if lines := strings.Count(written(t, JSONLines, r), "\n"); lines != n+1 {
			t.Errorf("%d lines of JSON, want %d", lines, n+1)
		}
		for _, write := range []format{JSON, SARIF, GitLab, RDJSON} {
			if out := written(t, write, r); !json.Valid([]byte(out)) || !utf8.ValidString(out) {
				t.Errorf("not JSON: %s", out)
			}
		}
		for _, write := range []format{Checkstyle, JUnit} {
			checkXML(t, written(t, write, r))
		}
		for line := range strings.Lines(written(t, everyFormat["summary.md"], r)) {
			if strings.HasPrefix(line, "| info") && unescaped(line, '|') != 5 {
				t.Errorf("a row of other than four cells: %q", line)
			}
		}
	})
}

// checkCommand takes a workflow command apart as GitHub's runner does.
func checkCommand(t *testing.T, line, file string) {
	t.Helper()
	head, _, ok := strings.Cut(strings.TrimPrefix(line, "::"), "::")
	name, properties, _ := strings.Cut(head, " ")
	if !ok || name != "notice" && name != "error" {
		t.Fatalf("command %q", line)
	}
	unescape := strings.NewReplacer("%0D", "\r", "%0A", "\n", "%3A", ":", "%2C", ",", "%25", "%")
	for i, p := range strings.Split(properties, ",") {
		key, value, ok := strings.Cut(p, "=")
		if !ok || !slices.Contains([]string{"file", "line", "endLine", "col", "endColumn", "title"}, key) {
			t.Fatalf("property %q of %q", p, line)
		}
		if i == 0 && unescape.Replace(value) != file {
			t.Errorf("file %q, want %q", unescape.Replace(value), file)
		}
	}
}

func checkXML(t *testing.T, text string) {
	t.Helper()
	dec := xml.NewDecoder(strings.NewReader(text))
	for {
		switch _, err := dec.Token(); {
		case errors.Is(err, io.EOF):
			return
		case err != nil:
			t.Fatalf("%v:\n%s", err, text)
		}
	}
}

// unescaped counts a character where no backslash stands before it.
func unescaped(s string, c byte) int {
	n := 0
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '\\':
			i++
		case c:
			n++
		}
	}
	return n
}

// An element says what an XML element may hold; attributes that end in ! must
// be there.
type element struct {
	attrs    string
	children string
}

// TestGrammar checks the elements and attributes of XML formats. Checkstyle's
// are those of its XMLLogger, JUnit's those that Jenkins and GitLab agree on:
// https://github.com/jenkinsci/xunit-plugin has a schema, junit-10.xsd.
func TestGrammar(t *testing.T) {
	for _, tt := range []struct {
		write   format
		root    string
		grammar map[string]element
	}{
		{Checkstyle, "checkstyle", map[string]element{
			"checkstyle": {"version!", "file"},
			"file":       {"name!", "error"},
			"error":      {"line! column severity! message! source!", ""},
		}},
		{JUnit, "testsuites", map[string]element{
			"testsuites": {"name tests failures errors", "testsuite"},
			"testsuite":  {"name! tests! failures errors skipped", "properties testcase"},
			"properties": {"", "property"},
			"property":   {"name! value!", ""},
			"testcase":   {"name! classname file line", "failure error"},
			"failure":    {"type message", ""},
			"error":      {"type message", ""},
		}},
	} {
		for _, r := range []*Report{richReport(), report("")} {
			checkGrammar(t, written(t, tt.write, r), tt.root, tt.grammar)
		}
	}
}

func checkGrammar(t *testing.T, text, root string, grammar map[string]element) {
	t.Helper()
	dec := xml.NewDecoder(strings.NewReader(text))
	var open []string
	for {
		token, err := dec.Token()
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			t.Fatal(err)
		}
		switch token := token.(type) {
		case xml.StartElement:
			name := token.Name.Local
			e, known := grammar[name]
			within := len(open) == 0 && name == root
			if len(open) > 0 {
				within = slices.Contains(strings.Fields(grammar[open[len(open)-1]].children), name)
			}
			if !known || !within {
				t.Errorf("element %s within %v", name, open)
			}
			has := make(map[string]bool)
			for _, a := range token.Attr {
				has[a.Name.Local] = true
			}
			for a := range strings.FieldsSeq(e.attrs) {
				a, must := strings.CutSuffix(a, "!")
				if must && !has[a] {
					t.Errorf("element %s without %s", name, a)
				}
				delete(has, a)
			}
			if len(has) > 0 {
				t.Errorf("element %s has %v", name, has)
			}
			open = append(open, name)
		case xml.EndElement:
			open = open[:len(open)-1]
		}
	}
}
