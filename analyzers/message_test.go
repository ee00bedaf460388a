package analyzers

import (
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/leapguard/leapguard/internal/config"
	"github.com/leapguard/leapguard/internal/engine"
	"github.com/leapguard/leapguard/internal/finding"
	"github.com/leapguard/leapguard/internal/rule"
)

// TestMessages runs every check over its testdata and looks at what it says.
func TestMessages(t *testing.T) {
	strict := func(string) (*config.Config, error) {
		return &config.Config{Now: time.Date(2026, 11, 22, 0, 0, 0, 0, time.UTC), Profile: config.Strict}, nil
	}
	configured := func(dir string) (*config.Config, error) { return config.Load(filepath.Join(dir, config.FileName)) }
	for _, r := range All() {
		testdata := filepath.Join(dir(r), "testdata")
		t.Run(r.Slug, func(t *testing.T) {
			t.Parallel()
			testMessages(t, r, testdata, strict)
		})
		for _, o := range r.Check().Options {
			t.Run(r.Slug+"/"+o.Name, func(t *testing.T) {
				t.Parallel()
				testMessages(t, r, filepath.Join(testdata, "options", o.Name), configured)
			})
		}
	}
}

func testMessages(t *testing.T, r *rule.Rule, dir string, load func(string) (*config.Config, error)) {
	dir, err := filepath.Abs(dir)
	if err != nil {
		t.Fatal(err)
	}
	result, err := engine.Run(t.Context(), engine.Options{Dir: dir, Rules: []*rule.Rule{r}, Tests: true, Config: load}, "./...")
	if err != nil {
		t.Fatal(err)
	}
	for _, err := range result.Internal {
		t.Error(err)
	}
	if len(result.Findings) == 0 {
		t.Error("nothing is reported")
	}
	for _, f := range result.Findings {
		if fault := messageFault(f.Message); fault != "" {
			t.Errorf("%s:%d: the message %s: %q", f.File, f.Line, fault, f.Message)
		}
		for _, rel := range f.Related {
			if fault := messageFault(rel.Message); fault != "" {
				t.Errorf("%s:%d: a related message %s: %q", f.File, f.Line, fault, rel.Message)
			}
		}
		if fault := rangeFault(f.Range); fault != "" {
			t.Errorf("%s:%d: the range %s", f.File, f.Line, fault)
		}
	}
}

// sentence matches what begins with a capital and is no identifier.
var sentence = regexp.MustCompile(`^(A|An|The|This|That|These|Those|There|It|Its|In|On|At|No|Not|If|When|While|Because|Since|Every|Each|All|Some|Do|Does) `)

var advice = regexp.MustCompile(`(?i)\b(should|consider|please|instead|avoid)\b`)

// messageFault tells what is wrong with the style of a message, "" for
// nothing.
func messageFault(s string) string {
	switch {
	case s == "":
		return "is empty"
	case len(s) > 200:
		return "is longer than 200 bytes"
	case strings.Contains(s, "\n"):
		return "has several lines"
	case strings.HasSuffix(s, "."):
		return "ends with a period"
	case sentence.MatchString(s):
		return "begins like a sentence"
	case advice.MatchString(s):
		return "gives advice"
	}
	return ""
}

func rangeFault(r finding.Range) string {
	switch {
	case r.Line < 1 || r.Column < 1:
		return "has no start"
	case r.EndLine < r.Line || r.EndLine == r.Line && r.EndColumn <= r.Column:
		return "is empty"
	}
	return ""
}

func TestMessageFault(t *testing.T) {
	for _, s := range []string{
		`AddDate(0, -1, 0) on 31 March 2026 gives 3 March, so "2006-01" names the wrong month`,
		"NotAfter precedes NotBefore",
		"t.Year() + 1 in February is not a date",
	} {
		if fault := messageFault(s); fault != "" {
			t.Errorf("%q %s", s, fault)
		}
	}
	for _, s := range []string{"", "The date is wrong", "the date is wrong.", "a date\nis wrong", "you should use AddDate", strings.Repeat("a ", 101)} {
		if messageFault(s) == "" {
			t.Errorf("no fault in %q", s)
		}
	}
}
