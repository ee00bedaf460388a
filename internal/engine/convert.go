package engine

import (
	"go/token"
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/leapguard/leapguard/internal/finding"
	"github.com/leapguard/leapguard/internal/rule"
)

// A converter turns the diagnostics of a unit into findings.
type converter struct {
	fset     *token.FileSet
	u        *unit
	read     readFunc
	sources  map[string][]byte
	findings []finding.Finding
	ids      []finding.Identity
}

func newConverter(fset *token.FileSet, u *unit, read readFunc) *converter {
	return &converter{fset: fset, u: u, read: read, sources: make(map[string][]byte)}
}

// add adds the findings of a rule, which a comment suppresses unless that is nil.
func (c *converter) add(r *rule.Rule, diags []analysis.Diagnostic, by *rule.Comment) {
	for _, d := range diags {
		f := finding.Finding{
			Range:       c.rangeOf(d.Pos, d.End),
			Analyzer:    r.Slug,
			Package:     c.u.PkgPath,
			Decl:        c.declOf(d.Pos),
			Message:     d.Message,
			Severity:    r.Severity,
			URL:         d.URL,
			Suppression: c.suppression(by),
		}
		for _, rel := range d.Related {
			f.Related = append(f.Related, finding.Related{Range: c.rangeOf(rel.Pos, rel.End), Message: rel.Message})
		}
		for _, fix := range d.SuggestedFixes {
			if out, ok := c.fix(fix); ok {
				out.Safe = r.Fix == rule.SafeFix
				f.Fixes = append(f.Fixes, out)
			}
		}
		c.findings = append(c.findings, f)
		c.ids = append(c.ids, finding.Identity{
			Analyzer: r.Slug,
			Package:  c.u.PkgPath,
			Decl:     f.Decl,
			Source:   c.source(f.Range),
		}.Same())
	}
}

func (c *converter) suppression(by *rule.Comment) *finding.Suppression {
	if by == nil {
		return nil
	}
	_, reason := by.Slugs()
	return &finding.Suppression{Range: c.rangeOf(by.Pos, by.End), Reason: reason}
}

// fix returns a suggested fix, false if the source as it was written is not where
// the edits are: in what cgo or a generator made of it, with //line comments.
func (c *converter) fix(fix analysis.SuggestedFix) (out finding.Fix, ok bool) {
	out.Message = fix.Message
	for _, edit := range fix.TextEdits {
		to := edit.End
		if !to.IsValid() {
			to = edit.Pos
		}
		rng := c.rangeOf(edit.Pos, to)
		if !c.written(edit.Pos, to, rng) {
			return out, false
		}
		out.Edits = append(out.Edits, finding.Edit{Range: rng, NewText: string(edit.NewText)})
	}
	return out, len(out.Edits) > 0
}

// written reports whether the lines of a range are those of the file that the type
// checker was given, and begin where that has them.
func (c *converter) written(pos, end token.Pos, rng finding.Range) bool {
	from, to := c.fset.PositionFor(pos, false), c.fset.PositionFor(end, false)
	given := finding.Range{File: from.Filename, Line: from.Line, Column: from.Column, EndLine: to.Line, EndColumn: to.Column}
	if given == rng {
		return true
	}
	lines := func(r finding.Range) string {
		r.Column, r.EndLine, r.EndColumn = 1, r.EndLine+1, 1
		return c.source(r)
	}
	return given.Column == rng.Column && given.EndColumn == rng.EndColumn && lines(given) != "" && lines(given) == lines(rng)
}

// finish computes the fingerprints and returns the findings in order, those that are
// suppressed last: they do not count in the fingerprints of others.
func (c *converter) finish() []finding.Finding {
	order := make([]int, len(c.findings))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(i, j int) int {
		a, b := c.findings[i], c.findings[j]
		switch {
		case a.Suppression == nil && b.Suppression != nil:
			return -1
		case a.Suppression != nil && b.Suppression == nil:
			return 1
		}
		return finding.Compare(a, b)
	})
	seen := make(map[finding.Identity]int)
	out := make([]finding.Finding, 0, len(order))
	for _, i := range order {
		id := c.ids[i]
		seen[id]++
		id.Ordinal = seen[id] - 1
		c.findings[i].Fingerprint = finding.Fingerprint(id)
		out = append(out, c.findings[i])
	}
	return out
}

func (c *converter) rangeOf(pos, end token.Pos) finding.Range {
	if !end.IsValid() {
		end = pos
	}
	from, to := c.fset.Position(pos), c.fset.Position(end)
	if to.Filename != from.Filename || to.Offset < from.Offset {
		to = from
	}
	// Behind "//line file:n", without a column, go/token knows none and says 0.
	return finding.Range{File: from.Filename, Line: from.Line, Column: max(from.Column, 1), EndLine: to.Line, EndColumn: max(to.Column, 1)}
}

// declOf names the top-level declaration that holds pos.
func (c *converter) declOf(pos token.Pos) string {
	for _, file := range c.u.load.syntax {
		for _, decl := range file.Decls {
			if decl.Pos() <= pos && pos < decl.End() {
				return finding.DeclName(decl, pos)
			}
		}
	}
	return ""
}

// source returns the text of a range, or "" when the file cannot be read.
func (c *converter) source(r finding.Range) string {
	src, ok := c.sources[r.File]
	if !ok {
		src, _ = c.read(r.File)
		c.sources[r.File] = src
	}
	return finding.Text(src, r)
}

// separate returns the findings that are reported, and those that are suppressed.
func separate(all []finding.Finding) (reported, suppressed []finding.Finding) {
	for _, f := range all {
		if f.Suppression == nil {
			reported = append(reported, f)
		} else {
			suppressed = append(suppressed, f)
		}
	}
	return reported, suppressed
}
