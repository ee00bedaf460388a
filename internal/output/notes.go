package output

import (
	"path/filepath"
	"slices"
	"strings"

	"github.com/leapguard/leapguard/internal/finding"
)

// A Note is what a report has to say of a line, for services that show it beside
// the code.
type Note struct {
	Path                             string // relative to the root of the repository, with slashes
	Line, Column, EndLine, EndColumn int    // as in [finding.Range]; columns may be 0
	Severity                         finding.Severity
	Rule                             string // slug, or "" for an error
	Message                          string
	Details                          []string // lines: related positions, the address of the rule's page
	Fingerprint                      string   // of a finding
	Suggestion                       *Suggestion
}

// A Suggestion puts lines in the place of whole lines of the file of a note.
type Suggestion struct {
	Line, EndLine int // the first and the last that go
	Lines         []string
	Safe          bool // as in [finding.Fix]
}

// Notes returns what a report has to say of files of the repository: a note for
// each finding, then one for each error that has a file.
func (r *Report) Notes() []Note {
	r = r.shown()
	src := newSources(r)
	var notes []Note
	for _, f := range r.Findings {
		if !r.holds(f.File) {
			continue
		}
		n := Note{
			Path: inside(r.Root, f.File), Line: f.Line, Column: f.Column,
			Severity: f.Severity, Rule: f.Analyzer, Message: clean(f.Message), Details: r.details(f),
			Fingerprint: f.Fingerprint, Suggestion: src.suggestion(f),
		}
		for i, line := range n.Details {
			n.Details[i] = oneLine(line)
		}
		n.EndLine, n.EndColumn = end(f.Range)
		notes = append(notes, n)
	}
	for _, p := range r.Problems {
		if p.File == "" || !r.holds(p.File) {
			continue
		}
		line := max(p.Line, 1)
		notes = append(notes, Note{
			Path: inside(r.Root, p.File), Line: line, Column: p.Column, EndLine: line, EndColumn: p.Column,
			Severity: finding.Error, Message: clean(p.String()),
		})
	}
	return notes
}

// holds reports whether a file lies in the repository.
func (r *Report) holds(file string) bool { return filepath.IsLocal(Relative(r.Root, file)) }

// Markdown returns the text of a note in Markdown.
func (n *Note) Markdown() string {
	text := "**" + n.Severity.String() + "**"
	if n.Rule != "" {
		text += " (" + markdown(n.Rule) + ")"
	}
	text += ": " + markdown(n.Message)
	if len(n.Details) > 0 {
		text += "\n\n" + markdownLines(n.Details)
	}
	return text
}

// suggestion returns what the first fix of a finding that changes nothing but its
// file makes of the lines, nil without any. Lines that hold what must not be shown
// cannot be suggested.
func (s *sources) suggestion(f finding.Finding) *Suggestion {
	for _, fix := range f.Fixes {
		edit, ok := s.join(fix.Edits)
		if !ok || edit.File != f.File {
			continue
		}
		if sg := s.wholeLines(edit); sg != nil {
			sg.Safe = fix.Safe
			return sg
		}
	}
	return nil
}

// wholeLines returns an edit as one of the fewest whole lines, at least one.
func (s *sources) wholeLines(edit finding.Edit) *Suggestion {
	var old []string
	for n := edit.Line; n <= edit.EndLine; n++ {
		line, ok := s.line(edit.File, n)
		if !ok || len(s.secrets(edit.File, n)) > 0 {
			return nil
		}
		old = append(old, line)
	}
	if len(old) == 0 {
		return nil
	}
	first, last := old[0], old[len(old)-1]
	if edit.Column-1 > len(first) || edit.EndColumn-1 > len(last) {
		return nil
	}
	text := first[:edit.Column-1] + edit.NewText + last[edit.EndColumn-1:]
	lines := strings.Split(strings.ReplaceAll(text, "\r\n", "\n"), "\n")
	if slices.Equal(old, lines) {
		return nil
	}
	sg := &Suggestion{Line: edit.Line, EndLine: edit.EndLine}
	for len(old) > 1 && len(lines) > 0 && old[0] == lines[0] {
		old, lines = old[1:], lines[1:]
		sg.Line++
	}
	for len(old) > 1 && len(lines) > 0 && old[len(old)-1] == lines[len(lines)-1] {
		old, lines = old[:len(old)-1], lines[:len(lines)-1]
		sg.EndLine--
	}
	sg.Lines = lines
	return sg
}
