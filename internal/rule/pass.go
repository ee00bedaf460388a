package rule

import (
	"fmt"
	"go/token"
	"path/filepath"
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/leapguard/leapguard/internal/config"
	"github.com/leapguard/leapguard/internal/finding"
)

// A Pass is an [analysis.Pass] of a check. Its Report method replaces that of
// the embedded pass.
type Pass struct {
	*analysis.Pass
	Config   *config.Config
	Comments *Directives
	options  map[string]any // see [Option.In]
	rule     *Rule
	result   *Result
}

// Check returns what the configuration knows the check of the pass by.
func (p *Pass) Check() config.Check { return p.rule.Check() }

// Use records that a //leapguard: comment had an effect.
func (p *Pass) Use(c *Comment) { p.result.Used[c] = true }

// Summarize leaves a gob-encodable value for Finish.
func (p *Pass) Summarize(summary any) { p.result.Summary = summary }

// Reportf reports a finding over a range of the source.
func (p *Pass) Reportf(rng analysis.Range, format string, args ...any) {
	p.Report(analysis.Diagnostic{Pos: rng.Pos(), End: rng.End(), Message: fmt.Sprintf(format, args...)})
}

// Report reports a finding unless the configuration, the kind of file or a
// comment forbids it.
func (p *Pass) Report(d analysis.Diagnostic) {
	if p.Silent(d.Pos) {
		return
	}
	if c := p.suppressor(d.Pos); c != nil {
		p.Waive(c, d)
		return
	}
	p.dress(&d)
	if p.Config.Fold {
		p.fold(&d)
	}
	d.SuggestedFixes = slices.DeleteFunc(slices.Clone(d.SuggestedFixes), p.reaches)
	if p.Config.SafeFixes && p.rule.Fix != SafeFix {
		d.SuggestedFixes = nil
	}
	p.Pass.Report(d)
}

// Waive records what a comment, which counts as used, keeps the check from reporting.
func (p *Pass) Waive(c *Comment, d analysis.Diagnostic) {
	p.Use(c)
	if !p.Silent(d.Pos) {
		p.dress(&d)
		d.SuggestedFixes = nil
		p.result.Suppressed = append(p.result.Suppressed, Suppressed{d, c})
	}
}

// dress adds to a diagnostic what all of the check have in common.
func (p *Pass) dress(d *analysis.Diagnostic) {
	d.Category = p.rule.Slug
	d.URL = p.rule.URL()
	redact(d)
}

// fold names the related positions in the message.
func (p *Pass) fold(d *analysis.Diagnostic) {
	for i, related := range d.Related {
		sep := "; "
		if i == 0 {
			sep = " ["
		}
		at := p.Fset.Position(related.Pos)
		d.Message += fmt.Sprintf("%s%s:%d: %s", sep, filepath.Base(at.Filename), at.Line, related.Message)
	}
	if len(d.Related) > 0 {
		d.Message += "]"
	}
	d.Related = nil
}

// Suppressed reports whether the configuration, the kind of file or a comment,
// which counts as used then, forbids findings at pos. A check that leaves
// something for Finish asks beforehand.
func (p *Pass) Suppressed(pos token.Pos) bool {
	if p.Silent(pos) {
		return true
	}
	c := p.suppressor(pos)
	if c != nil {
		p.Use(c)
	}
	return c != nil
}

// suppressor returns the comment that forbids findings of the check at pos, nil for
// none.
func (p *Pass) suppressor(pos token.Pos) *Comment {
	for _, c := range p.Comments.All {
		if c.Covers(pos) && p.silencedBy(c) {
			return c
		}
	}
	return nil
}

// silencedBy reports whether a comment, where it applies, suppresses the findings of
// the check.
func (p *Pass) silencedBy(c *Comment) bool {
	switch p.rule.Family {
	case Directive:
		return false
	case Guard:
		return c.waives(p.rule.Slug, p.rule.Was)
	}
	return c.ignores(p.rule.Slug, p.rule.Was)
}

// reaches reports whether a fix changes code in which findings of the check are
// suppressed: as the rest of a statement may be, or another file.
func (p *Pass) reaches(fix analysis.SuggestedFix) bool {
	return slices.ContainsFunc(fix.TextEdits, func(edit analysis.TextEdit) bool {
		return p.Silent(edit.Pos) || slices.ContainsFunc(p.Comments.All, func(c *Comment) bool {
			return c.touches(edit.Pos, max(edit.Pos, edit.End)) && p.silencedBy(c)
		})
	})
}

// RangeOf returns a range of the source as findings have it.
func (p *Pass) RangeOf(rng analysis.Range) finding.Range {
	from, to := p.Fset.Position(rng.Pos()), p.Fset.Position(rng.End())
	// Behind "//line file:n", without a column, go/token knows none and says 0.
	return finding.Range{File: from.Filename, Line: from.Line, Column: max(from.Column, 1), EndLine: to.Line, EndColumn: max(to.Column, 1)}
}

// redact takes key material out of what a diagnostic says: messages quote
// expressions, and findings end up in the logs of builds.
func redact(d *analysis.Diagnostic) {
	d.Message = finding.Redact(d.Message)
	d.Related = slices.Clone(d.Related)
	for i := range d.Related {
		d.Related[i].Message = finding.Redact(d.Related[i].Message)
	}
}
