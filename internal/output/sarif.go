package output

import (
	"fmt"
	"io"
	"net/url"
	"path/filepath"
	"strings"
	"unicode/utf16"

	"github.com/leapguard/leapguard/internal/finding"
	"github.com/leapguard/leapguard/internal/rule"
)

// sarifRoot names the root of the repository, to which files are relative.
const sarifRoot = "%SRCROOT%"

// fingerprintName is the version of [finding.Fingerprint] in SARIF.
const fingerprintName = "leapguard/v1"

var sarifLevels = map[finding.Severity]string{
	finding.Error:   "error",
	finding.Warning: "warning",
	finding.Info:    "note",
}

// SARIF writes a log of version 2.1.0, as code scanning services read it.
// Columns count UTF-16 code units, files are relative to the root of the
// repository.
func SARIF(w io.Writer, r *Report) error {
	s := &sarifWriter{r: r, src: newSources(r), index: make(map[string]int)}
	driver := sarifDriver{Name: "leapguard", Version: r.Version, InformationURI: ProjectURL, Rules: []sarifRule{}}
	for i, rl := range r.Rules {
		s.index[rl.Slug] = i
		driver.Rules = append(driver.Rules, s.rule(rl))
	}
	run := sarifRun{
		Tool:        sarifTool{Driver: driver},
		Invocations: []sarifInvocation{s.invocation()},
		BaseIDs:     map[string]sarifBase{sarifRoot: {Description: sarifText{Text: "The root of the repository."}}},
		Results:     []sarifResult{},
		ColumnKind:  "utf16CodeUnits",
		Properties:  map[string]any{"referenceDate": r.date()},
	}
	for _, f := range r.Findings {
		run.Results = append(run.Results, s.result(f))
	}
	return encode(w, sarifLog{
		Schema:  "https://json.schemastore.org/sarif-2.1.0.json",
		Version: "2.1.0",
		Runs:    []sarifRun{run},
	})
}

type sarifWriter struct {
	r     *Report
	src   *sources
	index map[string]int // of the rules, by slug
}

func (s *sarifWriter) rule(r *rule.Rule) sarifRule {
	page := ""
	if s.r.Page != nil {
		page = s.r.Page(r.Slug)
	}
	return sarifRule{
		ID:        r.Slug,
		Name:      r.Slug,
		Short:     sarifText{Text: r.Title},
		Full:      sarifText{Text: summary(rule.PageText(r.Page), r.Title)},
		Help:      sarifHelp{Text: r.Title + "\n" + r.URL(), Markdown: page},
		HelpURI:   r.URL(),
		Configure: sarifConfiguration{Enabled: r.Profile == "default", Level: sarifLevels[r.Severity]},
		Properties: map[string]any{
			"tags":             sarifTags(r),
			"precision":        string(r.Confidence),
			"problem.severity": sarifProblems[r.Severity],
			"family":           string(r.Family),
			"profile":          string(r.Profile),
			"since":            r.Since,
		},
	}
}

// sarifProblems are the values that GitHub's code scanning gives to the
// property problem.severity.
var sarifProblems = map[finding.Severity]string{
	finding.Error:   "error",
	finding.Warning: "warning",
	finding.Info:    "recommendation",
}

func sarifTags(r *rule.Rule) []string {
	tags := []string{string(r.Family)}
	for _, cwe := range r.CWE {
		tags = append(tags, fmt.Sprintf("external/cwe/cwe-%03d", cwe))
	}
	return tags
}

// summary returns the first paragraph of a page as one line.
func summary(page, otherwise string) string {
	paragraph, _, _ := strings.Cut(strings.TrimSpace(page), "\n\n")
	if paragraph == "" {
		return otherwise
	}
	return strings.Join(strings.Fields(paragraph), " ")
}

func (s *sarifWriter) invocation() sarifInvocation {
	inv := sarifInvocation{
		Successful:    len(s.r.Problems) == 0,
		ExitCode:      s.r.ExitCode,
		Notifications: []sarifNotification{},
	}
	for _, p := range s.r.Problems {
		text := firstLine(p.Message)
		if p.Package != "" {
			text = p.Package + ": " + text
		}
		n := sarifNotification{Level: "error", Message: sarifText{Text: text}}
		if p.File != "" {
			loc := sarifLocation{Physical: sarifPhysical{Artifact: s.artifact(p.File)}}
			if p.Line > 0 {
				loc.Physical.Region = s.region(finding.Range{File: p.File, Line: p.Line, Column: max(p.Column, 1)})
			}
			n.Locations = []sarifLocation{loc}
		}
		inv.Notifications = append(inv.Notifications, n)
	}
	return inv
}

func (s *sarifWriter) result(f finding.Finding) sarifResult {
	out := sarifResult{
		RuleID:    f.Analyzer,
		Level:     sarifLevels[f.Severity],
		Message:   sarifText{Text: f.Message},
		Locations: []sarifLocation{s.location(f.Range)},
	}
	if i, ok := s.index[f.Analyzer]; ok {
		out.RuleIndex = &i
	}
	if f.Fingerprint != "" {
		out.Fingerprints = map[string]string{fingerprintName: f.Fingerprint}
	}
	for i, rel := range f.Related {
		loc := s.location(rel.Range)
		id := i + 1
		loc.ID, loc.Message = &id, &sarifText{Text: rel.Message}
		out.Related = append(out.Related, loc)
	}
	return out
}

func (s *sarifWriter) location(r finding.Range) sarifLocation {
	return sarifLocation{Physical: sarifPhysical{Artifact: s.artifact(r.File), Region: s.region(r)}}
}

// artifact names a file relative to the root of the repository, one outside of
// it by a file URL.
func (s *sarifWriter) artifact(file string) sarifArtifact {
	name := inside(s.r.Root, file)
	if filepath.IsLocal(name) {
		return sarifArtifact{URI: (&url.URL{Path: name}).String(), BaseID: sarifRoot}
	}
	if !strings.HasPrefix(name, "/") { // a volume of Windows
		name = "/" + name
	}
	return sarifArtifact{URI: (&url.URL{Scheme: "file", Path: name}).String()}
}

func (s *sarifWriter) region(r finding.Range) *sarifRegion {
	line, column := end(r)
	return &sarifRegion{
		StartLine:   r.Line,
		StartColumn: s.column(r.File, r.Line, r.Column),
		EndLine:     line,
		EndColumn:   s.column(r.File, line, column),
	}
}

// column converts a column from bytes to UTF-16 code units. Both are 1-based.
func (s *sarifWriter) column(file string, number, column int) int {
	line, ok := s.src.line(file, number)
	if !ok {
		return column
	}
	units := 1
	for i, c := range line {
		if i >= column-1 {
			return units
		}
		units += utf16.RuneLen(c)
	}
	// What lies behind the end of the line, its terminator, has units of a byte.
	return units + max(0, column-1-len(line))
}
