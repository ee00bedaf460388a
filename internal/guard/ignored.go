package guard

import (
	"go/ast"
	"go/token"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/flow"
)

// An Ignored is a call of a declared check whose answer nothing looks at.
type Ignored struct {
	Kind string
	Call *ast.CallExpr
	// Partly says that the error is looked at, but not the answer.
	Partly bool
	Waiver *Waiver // the waiver that covers the call
}

// Ignored returns the calls of declared or modelled checks whose results are
// dropped, or overwritten before anything reads them, in source order of the
// functions.
func (p *Package) Ignored() []*Ignored {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.ignored()
}

func (p *Package) findIgnored() []*Ignored {
	if !p.concerned() {
		return nil
	}
	var out []*Ignored
	for _, fn := range p.prog.Funcs() {
		for call, callee := range flow.Calls(fn) {
			fact := p.Func(callee)
			if fact == nil {
				continue
			}
			for _, c := range fact.Checks {
				ignored, partly := ignores(call, c)
				expr, ok := p.exprAt(call.Common().Pos()).(*ast.CallExpr)
				if ignored && ok {
					out = append(out, &Ignored{c.Kind, expr, partly, p.waived(call, c.Kind)})
					break // a call is ignored once
				}
			}
		}
	}
	return out
}

// ignores reports whether nothing reads the result of a check by which it
// answers; partly, that its error is read.
func ignores(call ssa.CallInstruction, c Check) (ignored, partly bool) {
	if c.Inferred || c.Result < 0 && c.Err < 0 {
		return false, false
	}
	v, ok := call.(*ssa.Call)
	if !ok {
		return true, false // go and defer statements drop all results
	}
	read := func(index int) bool { return index >= 0 && resultValue(v, index) != nil }
	switch {
	case c.Result < 0:
		return !read(c.Err), false
	case read(c.Result):
		return false, false
	}
	return true, read(c.Err)
}

// IsIgnored reports whether the check that comes nearest to a site is one that
// Ignored returns, so that the site follows from that.
func (p *Package) IsIgnored(s *Site) bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	if s.Near == nil || s.Near.Why != Undecided && s.Near.Why != Unclear {
		return false
	}
	for _, i := range p.ignored() {
		if i.Kind == s.Kind && i.Waiver == nil && i.Call.Pos() == s.Near.Pos {
			return true
		}
	}
	return false
}

// Aborts returns the kinds of which nothing may be destroyed behind an error of
// a call.
func (p *Package) Aborts(call ssa.CallInstruction) []string {
	p.mu.Lock()
	defer p.mu.Unlock()
	var kinds []string
	if fact := p.Func(flow.Callee(call)); fact != nil {
		for _, c := range fact.Checks {
			if c.Abort && !c.Inferred {
				kinds = append(kinds, c.Kind)
			}
		}
	}
	return kinds
}

// HasAborts reports whether any check is known behind whose errors nothing of its
// kind may be destroyed.
func (p *Package) HasAborts() bool {
	for _, fact := range p.abroad.funcs {
		if slices.ContainsFunc(fact.Checks, func(c Check) bool { return c.Abort && !c.Inferred }) {
			return true
		}
	}
	return false
}

// Endangers reports whether a call destroys something of a kind, or leads to
// that, and is not reported for the lack of a check anyway.
func (p *Package) Endangers(call ssa.CallInstruction, kind string) bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	for _, s := range p.sites {
		if s.call == call && s.Kind == kind {
			return false
		}
	}
	for _, d := range p.demands(call) {
		if d.Kind == kind {
			return true
		}
	}
	return false
}

// WaivedAt returns the waiver of a kind that covers a position, or nil.
func (p *Package) WaivedAt(pos token.Pos, kind string) *Waiver {
	for _, w := range p.own.waivers {
		if w.Kind == kind && w.Comment.Covers(pos) {
			return w
		}
	}
	return nil
}
