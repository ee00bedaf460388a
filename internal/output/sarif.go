package output

import (
	"cmp"
	"fmt"
	"io"
	"net/url"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/leapguard/leapguard/internal/config"
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
	r = r.shown()
	s := &sarifWriter{r: r, src: newSources(r), index: make(map[string]int)}
	version := sarifVersion(r.Version)
	driver := sarifDriver{Name: toolName, Version: version, Semantic: version, InformationURI: ProjectURL, Rules: []sarifRule{}}
	for i, rl := range r.Rules {
		s.index[rl.Slug] = i
		driver.Rules = append(driver.Rules, s.rule(rl))
	}
	run := sarifRun{
		Tool:        sarifTool{Driver: driver},
		Automation:  sarifAutomation{ID: s.category()},
		Invocations: []sarifInvocation{s.invocation()},
		BaseIDs:     map[string]sarifBase{sarifRoot: {Description: sarifText{Text: "The root of the repository."}}},
		Results:     []sarifResult{},
		ColumnKind:  "utf16CodeUnits",
		Redaction:   []string{finding.Mask},
		Properties:  map[string]any{"referenceDate": r.date()},
	}
	for _, f := range slices.Concat(r.Findings, r.Suppressed) {
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

// sarifVersion returns a version that begins with a number, as readers want
// it: that of a build from a working copy does not.
func sarifVersion(version string) string {
	if version == "" || version[0] < '0' || version[0] > '9' {
		return "0.0.0-" + cmp.Or(version, "unknown")
	}
	return version
}

// category names what runs have in common whose results replace those of the
// run before: services take two logs of one category for the same analysis, so
// modules in different directories of a repository have different ones.
func (s *sarifWriter) category() string {
	dir := inside(s.r.Root, s.r.Dir)
	if !filepath.IsLocal(dir) || dir == "." {
		return toolName + "/"
	}
	return toolName + "/" + dir + "/"
}

func (s *sarifWriter) rule(r *rule.Rule) sarifRule {
	page := ""
	if s.r.Page != nil {
		page = s.r.Page(r.Slug)
	}
	out := sarifRule{
		ID:        r.Slug,
		Was:       r.Was,
		Short:     sarifText{Text: sentence(r.Title)},
		Full:      sarifText{Text: opening(rule.PageText(r.Page), sentence(r.Title))},
		Help:      sarifHelp{Text: cmp.Or(strings.TrimSpace(rule.PageText(r.Page)), r.Title) + "\n\n" + r.URL(), Markdown: page},
		HelpURI:   r.URL(),
		Configure: sarifConfiguration{Enabled: r.Profile == config.Default, Level: sarifLevels[r.Severity]},
		Properties: map[string]any{
			"tags":             sarifTags(r),
			"precision":        string(r.Confidence),
			"problem.severity": sarifProblems[r.Severity],
			"family":           string(r.Family),
			"profile":          string(r.Profile),
			"since":            r.Since,
		},
	}
	if isSecurity(r) {
		out.Properties["security-severity"] = securitySeverities[r.Severity]
	}
	return out
}

// sentence makes a sentence of a rule's title.
func sentence(title string) string {
	if title == "" {
		return ""
	}
	first, size := utf8.DecodeRuneInString(title)
	return string(unicode.ToUpper(first)) + title[size:] + "."
}

// isSecurity reports whether a rule is about what protects: certificates, keys
// and guards. To code scanning services the others are about quality.
func isSecurity(r *rule.Rule) bool { return r.Family == rule.Cert || r.Family == rule.Guard }

// securitySeverities are base scores of CVSS 3.1 for the harm that the three
// outages did, a loss of availability (AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N): whole
// (A:H), partial (A:L), and partial where much has to come together (AC:H).
var securitySeverities = map[finding.Severity]string{
	finding.Error:   "7.5",
	finding.Warning: "5.3",
	finding.Info:    "3.7",
}

// sarifProblems are the values that GitHub's code scanning gives to the
// property problem.severity.
var sarifProblems = map[finding.Severity]string{
	finding.Error:   "error",
	finding.Warning: "warning",
	finding.Info:    "recommendation",
}

func sarifTags(r *rule.Rule) []string {
	tags := []string{string(r.Family), "correctness"}
	if isSecurity(r) {
		tags[1] = "security"
	}
	for _, cwe := range r.CWE {
		tags = append(tags, fmt.Sprintf("external/cwe/cwe-%03d", cwe))
	}
	return tags
}

// opening returns the first paragraph of a page as one line.
func opening(page, otherwise string) string {
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
		n := sarifNotification{Level: "error", Message: sarifMessage(p.String())}
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
		Message:   sarifMessage(f.Message),
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
		text := sarifMessage(rel.Message)
		loc.ID, loc.Message = &id, &text
		out.Related = append(out.Related, loc)
	}
	out.Flows = s.flows(f)
	for _, fix := range f.Fixes {
		out.Fixes = append(out.Fixes, s.fix(fix))
	}
	if by := f.Suppression; by != nil {
		out.Suppressions = []sarifSuppression{{Kind: "inSource", Justification: by.Reason, Location: s.location(by.Range)}}
	}
	return out
}

func (s *sarifWriter) location(r finding.Range) sarifLocation {
	return sarifLocation{Physical: sarifPhysical{Artifact: s.artifact(r.File), Region: s.region(r)}}
}

// sarifLink matches what readers take for a link to a location, as in f[i](1).
var sarifLink = regexp.MustCompile(`\[([^\[\]]*)\](\([^()]*\))`)

// sarifMessage returns plain text as a message.
func sarifMessage(text string) sarifText {
	return sarifText{Text: sarifLink.ReplaceAllString(text, `\[$1\]$2`)}
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
	region := &sarifRegion{
		StartLine:   r.Line,
		StartColumn: s.column(r.File, r.Line, r.Column),
		EndLine:     line,
		EndColumn:   s.column(r.File, line, column),
	}
	if text, _ := s.src.text(r); text != "" && line-r.Line < maxSnippet {
		region.Snippet = &sarifText{Text: text}
	}
	return region
}

// maxSnippet is the number of lines beyond which a log does without the source
// of a range.
const maxSnippet = 10

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
