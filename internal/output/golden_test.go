package output

import (
	"bytes"
	"errors"
	"flag"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/leapguard/leapguard/internal/finding"
	"github.com/leapguard/leapguard/internal/rule"
)

var update = flag.Bool("update", false, "write the golden files")

// The key material of the rich report, of which no format may show a part.
const secret = "MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7VJTUt9Us8cKj"

var richSources = map[string]string{
	// A clef takes 4 bytes in UTF-8 and 2 units in UTF-16.
	"/repo/sub dir/été 1.go": strings.ReplaceAll(`package été

func f(t time.Time) time.Time {
	x := "𝄞é"; y, m, d := t.Date(); _ = x
	return time.Date(y+1, m, d, 0, 0, 0, 0, time.UTC)
}
`, "\n", "\r\n"),
	"/repo/other/b.go": "package b\n\nvar key = \"-----BEGIN PRIVATE KEY-----\\n" + secret + "\"\n\nfunc g() { use(key) }\n",
}

// richReport returns a report with what is hard for some format: related
// positions, fixes, carriage returns, names with spaces and beyond ASCII, files
// outside of the repository, equal fingerprints, key material and errors.
func richReport() *Report {
	const été, b = "/repo/sub dir/été 1.go", "/repo/other/b.go"
	in := func(file string, line, column, endLine, endColumn int) finding.Range {
		return finding.Range{File: file, Line: line, Column: column, EndLine: endLine, EndColumn: endColumn}
	}
	const page = "https://example.com/rules/"
	return &Report{
		Version: "1.2.3",
		Now:     time.Date(2026, 11, 22, 0, 0, 0, 0, time.UTC),
		Dir:     "/repo/sub dir",
		Root:    "/repo",
		Findings: []finding.Finding{
			{
				Range: in(b, 3, 11, 3, 45), Analyzer: "embeddedkey", Severity: finding.Info, Fingerprint: "00ff", URL: page + "embeddedkey.md",
				Message: `private key "` + secret + `" reaches use`,
				Related: []finding.Related{
					{Range: in(b, 5, 12, 5, 20), Message: `use("` + secret + `") is called here`},
					{Range: in(b, 5, 6, 5, 7), Message: "also in g"},
				},
				Fixes: []finding.Fix{{Message: "move it", Edits: []finding.Edit{{Range: in(b, 5, 16, 5, 19), NewText: `"` + secret + `"`}}}},
			},
			{
				Range: in(b, 5, 12, 5, 20), Analyzer: "quoting", Severity: finding.Warning, Fingerprint: "00ff",
				Message: "`a<b> && c|d` is 100%, \"quoted\": fns[i](1) *x* ##[x] \x1b]]>\nand two lines",
			},
			{
				Range: in(été, 5, 9, 5, 51), Analyzer: "yearadd", Severity: finding.Error, Fingerprint: "0123", URL: page + "yearadd.md",
				Message: "time.Date(y+1, m, d, 0, 0, 0, 0, time.UTC) on 29 February 2028 gives 1 March 2029",
				Related: []finding.Related{
					{Range: in(été, 4, 28, 4, 36), Message: "the year is taken here"},
					{Range: in("/elsewhere/c.go", 7, 1, 7, 1), Message: "the text is parsed here"},
				},
				Fixes: []finding.Fix{{Message: "add a year with caldate", Edits: []finding.Edit{
					{Range: in(été, 4, 28, 4, 36), NewText: "caldate.Of(t)"},
					{Range: in(été, 5, 9, 5, 51), NewText: "y.AddYears(1)"},
				}}},
			},
			{Range: in("/elsewhere/c.go", 7, 1, 0, 0), Analyzer: "yearadd", Severity: finding.Error, Fingerprint: "4567", Message: "m"},
		},
		Suppressed: []finding.Finding{{
			Range: in(b, 5, 12, 5, 20), Analyzer: "yearadd", Severity: finding.Error, Fingerprint: "89ab", URL: page + "yearadd.md",
			Message: "use(key) on 29 February 2028 gives 1 March 2029",
			Suppression: &finding.Suppression{
				Range:  in(b, 5, 1, 5, 5),
				Reason: `leases begin on quarter days, "` + secret + `"`,
			},
		}},
		Problems: []Problem{
			{Package: "example.com/b", File: b, Line: 9, Column: 2, Message: `cannot use "` + secret + `" (untyped string constant) as int value`},
			{Package: "example.com/é", File: "/repo/sub dir/a%,b:c.go", Message: "pattern x: no matching files found", Partial: true},
			{Package: "example.com/gone", Message: "no Go files"},
			{Package: "example.com/b", Message: "yearadd: example.com/b: panic: oops\ngoroutine 7 [running]", Internal: true},
		},
		ExitCode: 2,
		Rules: []*rule.Rule{
			{Def: rule.Def{Meta: rule.Meta{
				Slug: "embeddedkey", Title: "a private key in the source", Family: rule.Cert, Severity: finding.Info, Confidence: rule.High,
				Profile: "strict", Since: "0.1.0", CWE: []int{321}, Was: []string{"oldkey"}, Page: "/*\nPackage embeddedkey reports keys.\n*/\npackage x\n",
				Path: func(message string) rule.Step {
					if strings.HasPrefix(message, "also") {
						return rule.Aside
					}
					return rule.End
				},
			}}},
			{Def: rule.Def{Meta: rule.Meta{
				Slug: "yearadd", Title: "a step of a year", Family: rule.Date, Severity: finding.Error, Confidence: rule.Medium,
				Profile: "default", Since: "0.1.0", CWE: []int{682}, Page: "/*\nPackage yearadd reports\nsteps of a year.\n\n# Reported\n*/\npackage yearadd\n",
				Path: func(message string) rule.Step {
					if strings.HasPrefix(message, "the text") {
						return rule.After
					}
					return rule.Before
				},
			}}},
		},
		Page: func(slug string) string { return "# " + slug + "\n\nThe *page*.\n" },
		Read: func(name string) ([]byte, error) {
			if text, ok := richSources[name]; ok {
				return []byte(text), nil
			}
			return nil, errors.New("no such file")
		},
	}
}

// everyFormat lists the formats by the names of their golden files.
var everyFormat = map[string]format{
	"text.txt":       func(w io.Writer, r *Report) error { return Text(w, r, TextOptions{Frames: true}) },
	"json.json":      JSON,
	"jsonl.jsonl":    JSONLines,
	"sarif.sarif":    SARIF,
	"github.txt":     GitHub,
	"summary.md":     func(w io.Writer, r *Report) error { return Summary(w, r, 1<<20) },
	"gitlab.json":    GitLab,
	"rdjson.json":    RDJSON,
	"checkstyle.xml": Checkstyle,
	"junit.xml":      JUnit,
}

func TestGolden(t *testing.T) {
	empty := &Report{Version: "1.2.3", Now: time.Date(2026, 11, 22, 0, 0, 0, 0, time.UTC), Dir: "/repo", Root: "/repo"}
	for dir, r := range map[string]func() *Report{
		"rich":  richReport,
		"empty": func() *Report { return empty },
	} {
		for name, write := range everyFormat {
			t.Run(dir+"/"+name, func(t *testing.T) {
				var got, again bytes.Buffer
				if err := write(&got, r()); err != nil {
					t.Fatal(err)
				}
				if err := write(&again, r()); err != nil {
					t.Fatal(err)
				}
				if !bytes.Equal(got.Bytes(), again.Bytes()) {
					t.Error("two runs differ")
				}
				file := filepath.Join("testdata", dir, name)
				if *update {
					if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
						t.Fatal(err)
					}
					if err := os.WriteFile(file, got.Bytes(), 0o666); err != nil {
						t.Fatal(err)
					}
				}
				want, err := os.ReadFile(file)
				if err != nil {
					t.Fatal(err)
				}
				if !bytes.Equal(got.Bytes(), want) {
					t.Errorf("not as in %s; go test -update writes it anew. Got:\n%s", file, &got)
				}
			})
		}
	}
}

// TestKeyMaterial looks for parts of a key, cut or escaped as it may be.
func TestKeyMaterial(t *testing.T) {
	for name, write := range everyFormat {
		var got bytes.Buffer
		if err := write(&got, richReport()); err != nil {
			t.Fatal(err)
		}
		for i := 0; i+8 <= len(secret); i++ {
			if part := secret[i : i+8]; strings.Contains(got.String(), part) {
				t.Errorf("%s shows %s", name, part)
				break
			}
		}
	}
}

// TestNothingLost looks in every format for what a finding and an error say.
func TestNothingLost(t *testing.T) {
	for name, write := range everyFormat {
		var got bytes.Buffer
		if err := write(&got, richReport()); err != nil {
			t.Fatal(err)
		}
		text := strings.ReplaceAll(got.String(), `\`, "") // the escapes of Markdown
		wants := []string{"on 29 February 2028 gives 1 March 2029", "the year is taken here", "the text is parsed here"}
		if name != "text.txt" { // of which errors are no part, the command line says them
			wants = append(wants, "no matching files found", "no Go files", "panic: oops")
		}
		for _, want := range wants {
			if !strings.Contains(text, want) {
				t.Errorf("%s lacks %q", name, want)
			}
		}
		if strings.Contains(text, "goroutine") {
			t.Errorf("%s has a stack, which is not the same on every run", name)
		}
	}
}
