package output

import (
	"encoding/xml"
	"fmt"
	"io"
	"strings"

	"github.com/leapguard/leapguard/internal/finding"
)

// The parts of a JUnit report that GitLab and Jenkins read; see
// https://github.com/testmoapp/junitxml.
type (
	junitSuites struct {
		XMLName  xml.Name   `xml:"testsuites"`
		Name     string     `xml:"name,attr"`
		Tests    int        `xml:"tests,attr"`
		Failures int        `xml:"failures,attr"`
		Errors   int        `xml:"errors,attr"`
		Suite    junitSuite `xml:"testsuite"`
	}
	junitSuite struct {
		Name       string          `xml:"name,attr"`
		Tests      int             `xml:"tests,attr"`
		Failures   int             `xml:"failures,attr"`
		Errors     int             `xml:"errors,attr"`
		Skipped    int             `xml:"skipped,attr"`
		Properties []junitProperty `xml:"properties>property"`
		Cases      []junitCase     `xml:"testcase"`
	}
	junitProperty struct {
		Name  string `xml:"name,attr"`
		Value string `xml:"value,attr"`
	}
	junitCase struct {
		Class   string       `xml:"classname,attr"`
		Name    string       `xml:"name,attr"`
		File    string       `xml:"file,attr,omitempty"`
		Line    int          `xml:"line,attr,omitempty"`
		Failure *junitResult `xml:"failure"`
		Error   *junitResult `xml:"error"`
	}
	junitResult struct {
		Message string `xml:"message,attr"`
		Type    string `xml:"type,attr"`
		Text    string `xml:",chardata"`
	}
)

// JUnit writes a report of tests: a failure for each finding, an error for each
// error, and one test that passes where there is neither. Files are relative to
// the root of the repository. Services tell cases by class and name, also from
// one run to the next, so names hold no lines and are unique.
func JUnit(w io.Writer, r *Report) error {
	r = r.shown()
	seen := make(counter)
	unique := func(name string) string {
		return seen.unique(name, func(n int) string { return fmt.Sprintf("%s (%d)", name, n) })
	}
	suite := junitSuite{
		Name:     toolName,
		Failures: len(r.Findings),
		Errors:   len(r.Problems),
		Properties: []junitProperty{
			{"version", r.Version},
			{"now", r.date()},
		},
	}
	for _, f := range r.Findings {
		suite.Cases = append(suite.Cases, r.junitCase(f, unique))
	}
	for _, p := range r.Problems {
		suite.Cases = append(suite.Cases, r.junitProblem(p, unique))
	}
	if len(suite.Cases) == 0 {
		suite.Cases = []junitCase{{Class: toolName, Name: "no findings"}}
	}
	suite.Tests = len(suite.Cases)
	return encodeXML(w, junitSuites{
		Name:     toolName,
		Tests:    suite.Tests,
		Failures: suite.Failures,
		Errors:   suite.Errors,
		Suite:    suite,
	})
}

func (r *Report) junitCase(f finding.Finding, unique func(string) string) junitCase {
	file := inside(r.Root, f.File)
	return junitCase{
		Class: toolName + "." + f.Analyzer,
		Name:  unique(oneLine(file + ": " + f.Message)),
		File:  file,
		Line:  f.Line,
		Failure: &junitResult{
			Message: f.Message,
			Type:    f.Severity.String(),
			Text:    strings.Join(append([]string{r.line(f)}, r.details(f)...), "\n"),
		},
	}
}

func (r *Report) junitProblem(p Problem, unique func(string) string) junitCase {
	out := junitCase{
		Class: toolName,
		Name:  unique(oneLine(r.where(p) + ": " + p.Message)),
		Line:  p.Line,
		Error: &junitResult{Message: p.String(), Type: "error", Text: p.String()},
	}
	if p.File != "" {
		out.File = r.where(p)
	}
	return out
}
