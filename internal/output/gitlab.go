package output

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"strconv"
	"strings"

	"github.com/leapguard/leapguard/internal/finding"
)

// gitlabSeverities are among info, minor, major, critical and blocker.
var gitlabSeverities = map[finding.Severity]string{
	finding.Error:   "critical",
	finding.Warning: "major",
	finding.Info:    "minor",
}

// A gitlabIssue is an element of a Code Quality report, which is a subset of
// Code Climate's; see https://docs.gitlab.com/ci/testing/code_quality/ and
// https://github.com/codeclimate/platform/blob/master/spec/analyzers/SPEC.md.
type gitlabIssue struct {
	Type        string           `json:"type"`
	CheckName   string           `json:"check_name"`
	Description string           `json:"description"`
	Content     *gitlabContent   `json:"content,omitempty"`
	Categories  []string         `json:"categories"`
	Severity    string           `json:"severity"`
	Fingerprint string           `json:"fingerprint"`
	Location    gitlabLocation   `json:"location"`
	Others      []gitlabLocation `json:"other_locations,omitempty"`
}

type gitlabContent struct {
	Body string `json:"body"` // Markdown
}

type gitlabLocation struct {
	Path  string      `json:"path"`
	Lines gitlabLines `json:"lines"`
}

type gitlabLines struct {
	Begin int `json:"begin"`
	End   int `json:"end"`
}

// GitLab writes a Code Quality report. Files are relative to the root of the
// repository. GitLab takes two issues with one fingerprint for the same, so no
// two have.
func GitLab(w io.Writer, r *Report) error {
	r = r.shown()
	seen := make(counter)
	unique := func(print string) string {
		return seen.unique(print, func(n int) string { return digest(print, strconv.Itoa(n)) })
	}
	issues := make([]gitlabIssue, 0, len(r.Findings)+len(r.Problems))
	for _, f := range r.Findings {
		issue := gitlabIssue{
			Type:        "issue",
			CheckName:   f.Analyzer,
			Description: f.Message,
			Categories:  []string{"Bug Risk"},
			Severity:    gitlabSeverities[f.Severity],
			Fingerprint: unique(cmp.Or(f.Fingerprint, digest(f.Analyzer, inside(r.Root, f.File), f.Message))),
			Location:    r.gitlabLocation(f.Range),
		}
		if details := r.details(f); len(details) > 0 {
			issue.Content = &gitlabContent{Body: markdownLines(details)}
		}
		for _, rel := range f.Related {
			issue.Others = append(issue.Others, r.gitlabLocation(rel.Range))
		}
		issues = append(issues, issue)
	}
	for _, p := range r.Problems {
		issues = append(issues, gitlabIssue{
			Type:        "issue",
			CheckName:   toolName,
			Description: p.String(),
			Categories:  []string{"Bug Risk"},
			Severity:    "blocker", // what there is to find is not known
			Fingerprint: unique(digest(toolName, r.where(p), p.Message)),
			Location:    gitlabLocation{Path: r.where(p), Lines: gitlabLines{max(p.Line, 1), max(p.Line, 1)}},
		})
	}
	return encode(w, issues)
}

func (r *Report) gitlabLocation(rg finding.Range) gitlabLocation {
	line, _ := last(rg)
	return gitlabLocation{Path: inside(r.Root, rg.File), Lines: gitlabLines{Begin: rg.Line, End: line}}
}

// digest returns 32 hexadecimal digits, as a fingerprint has.
func digest(parts ...string) string {
	sum := sha256.Sum256([]byte(strings.Join(parts, "\x00")))
	return hex.EncodeToString(sum[:16])
}
