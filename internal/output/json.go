package output

import (
	"encoding/json"
	"io"
	"path/filepath"

	"github.com/leapguard/leapguard/internal/finding"
)

// jsonVersion changes when a member changes its meaning or goes away.
const jsonVersion = 1

type jsonDocument struct {
	Version  int           `json:"version"`
	Tool     jsonTool      `json:"tool"`
	Now      string        `json:"now"`
	Findings []jsonFinding `json:"findings"`
	Errors   []jsonError   `json:"errors"`
	Baseline *jsonBaseline `json:"baseline,omitempty"`
	NewFrom  *jsonNewFrom  `json:"new_from,omitempty"`

	Suppressed []jsonFinding `json:"suppressed,omitempty"`
}

// jsonBaseline is there where a baseline is used.
type jsonBaseline struct {
	File   string       `json:"file"`
	Known  int          `json:"known"`
	Unused []jsonUnused `json:"unused"`
}

type jsonUnused struct {
	Line        int    `json:"line"`
	Fingerprint string `json:"fingerprint"`
	Analyzer    string `json:"analyzer"`
	Package     string `json:"package"`
	Declaration string `json:"declaration"`
}

// jsonNewFrom is there where findings are compared with a commit.
type jsonNewFrom struct {
	Revision    string   `json:"revision"`
	Commit      string   `json:"commit"`
	Known       int      `json:"known"`
	NotAnalysed []string `json:"not_analysed"` // what could not be compared, and why
}

type jsonTool struct {
	Name    string `json:"name"`
	Version string `json:"version"`
}

type jsonRange struct {
	File      string `json:"file"`
	Line      int    `json:"line"`
	Column    int    `json:"column"`
	EndLine   int    `json:"end_line"`
	EndColumn int    `json:"end_column"`
}

type jsonFinding struct {
	Analyzer string `json:"analyzer"`
	jsonRange
	Message     string        `json:"message"`
	Severity    string        `json:"severity"`
	URL         string        `json:"url"`
	Fingerprint string        `json:"fingerprint"`
	Related     []jsonRelated `json:"related"`
	Fixes       []jsonFix     `json:"fixes"`

	Suppression *jsonSuppression `json:"suppression,omitempty"`
}

// jsonSuppression is the comment that suppresses a finding.
type jsonSuppression struct {
	jsonRange
	Reason string `json:"reason"`
}

type jsonRelated struct {
	jsonRange
	Message string `json:"message"`
}

type jsonFix struct {
	Message string     `json:"message"`
	Safe    bool       `json:"safe"`
	Edits   []jsonEdit `json:"edits"`
}

type jsonEdit struct {
	jsonRange
	NewText string `json:"new_text"`
}

type jsonError struct {
	Kind    string `json:"kind"` // "package" or "internal"
	Package string `json:"package,omitempty"`
	File    string `json:"file,omitempty"`
	Line    int    `json:"line,omitempty"`
	Column  int    `json:"column,omitempty"`
	Message string `json:"message"`
}

// JSON writes one document. Files are relative to the working directory, with
// slashes.
func JSON(w io.Writer, r *Report) error {
	r = r.shown()
	doc := jsonDocument{
		Version:  jsonVersion,
		Tool:     r.jsonTool(),
		Now:      r.date(),
		Findings: make([]jsonFinding, 0, len(r.Findings)),
		Errors:   make([]jsonError, 0, len(r.Problems)),
	}
	for _, f := range r.Findings {
		doc.Findings = append(doc.Findings, r.jsonFinding(f))
	}
	for _, p := range r.Problems {
		doc.Errors = append(doc.Errors, r.jsonError(p))
	}
	for _, f := range r.Suppressed {
		doc.Suppressed = append(doc.Suppressed, r.jsonFinding(f))
	}
	doc.Baseline, doc.NewFrom = r.jsonBaseline(), r.jsonNewFrom()
	return encode(w, doc)
}

func (r *Report) jsonBaseline() *jsonBaseline {
	if r.Baseline == nil {
		return nil
	}
	out := &jsonBaseline{File: filepath.ToSlash(Relative(r.Dir, r.Baseline.File)), Known: r.Baseline.Known, Unused: []jsonUnused{}}
	for _, u := range r.Baseline.Unused {
		out.Unused = append(out.Unused, jsonUnused{u.Line, u.Fingerprint, u.Rule, u.Package, u.Declaration})
	}
	return out
}

func (r *Report) jsonNewFrom() *jsonNewFrom {
	if r.NewFrom == nil {
		return nil
	}
	out := &jsonNewFrom{Revision: r.NewFrom.Revision, Commit: r.NewFrom.Commit, Known: r.NewFrom.Known, NotAnalysed: []string{}}
	for _, p := range r.NewFrom.Unknown {
		out.NotAnalysed = append(out.NotAnalysed, finding.Redact(firstLine(p.Message)))
	}
	return out
}

func (r *Report) jsonTool() jsonTool { return jsonTool{Name: toolName, Version: r.Version} }

func (r *Report) jsonError(p Problem) jsonError {
	e := jsonError{Kind: "package", Package: p.Package, Line: p.Line, Column: p.Column, Message: p.Message}
	if p.Internal {
		e.Kind = "internal"
	}
	if p.File != "" {
		e.File = filepath.ToSlash(Relative(r.Dir, p.File))
	}
	return e
}

func (r *Report) jsonFinding(f finding.Finding) jsonFinding {
	out := jsonFinding{
		Analyzer:    f.Analyzer,
		jsonRange:   r.jsonRange(f.Range),
		Message:     f.Message,
		Severity:    f.Severity.String(),
		URL:         f.URL,
		Fingerprint: f.Fingerprint,
		Related:     make([]jsonRelated, 0, len(f.Related)),
		Fixes:       make([]jsonFix, 0, len(f.Fixes)),
	}
	for _, rel := range f.Related {
		out.Related = append(out.Related, jsonRelated{jsonRange: r.jsonRange(rel.Range), Message: rel.Message})
	}
	for _, fix := range f.Fixes {
		edits := make([]jsonEdit, 0, len(fix.Edits))
		for _, e := range fix.Edits {
			edits = append(edits, jsonEdit{jsonRange: r.jsonRange(e.Range), NewText: e.NewText})
		}
		out.Fixes = append(out.Fixes, jsonFix{Message: fix.Message, Safe: fix.Safe, Edits: edits})
	}
	if s := f.Suppression; s != nil {
		out.Suppression = &jsonSuppression{jsonRange: r.jsonRange(s.Range), Reason: s.Reason}
	}
	return out
}

func (r *Report) jsonRange(rg finding.Range) jsonRange {
	line, column := end(rg)
	return jsonRange{
		File:      filepath.ToSlash(Relative(r.Dir, rg.File)),
		Line:      rg.Line,
		Column:    rg.Column,
		EndLine:   line,
		EndColumn: column,
	}
}

// encode writes a JSON document as people read it.
func encode(w io.Writer, doc any) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(doc)
}
