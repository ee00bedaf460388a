package guard

import (
	"cmp"
	"go/ast"
	"go/token"
	"go/types"
	"regexp"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/flow"
	"github.com/leapguard/leapguard/internal/models"
	"github.com/leapguard/leapguard/internal/syntax"
)

// A Leak is a call that switches a protection off which some path does not
// switch on again.
type Leak struct {
	What  string             // the KIND of an annotation, or the name of Model
	Model *models.Protection // nil for what is declared
	Call  *ast.CallExpr
	// Callee is the function that is declared off, nil for a model.
	Callee *types.Func
	Exits  []Exit // how control leaves the function, in source order
	// Miss is a restore on the way to the first exit that does not help.
	Miss   *Miss
	Waiver *Waiver
	// Restores are the calls that restore on other paths.
	Restores []*ast.CallExpr

	toggle *toggle
}

// A Departure tells how control leaves a function.
type Departure int

// The departures.
const (
	Returns Departure = iota
	Panics
	NextRound // of a loop, with another object
	Again     // by a deferred call that switches off once more
	Inverse   // the function is to switch on, by its name
)

// An Exit is a place at which control leaves a function.
type Exit struct {
	How Departure
	Pos token.Pos
}

// A Miss is a call that restores something, but not what was switched off.
type Miss struct {
	Pos  token.Pos
	Over bool // with a context that is over by then; else another object
}

// Unrestored returns the protections that stay off, waived ones included, in
// source order.
func (p *Package) Unrestored() []*Leak {
	p.mu.Lock()
	defer p.mu.Unlock()
	var out []*Leak
	for _, fn := range p.prog.Funcs() {
		toggles := p.togglesIn(fn)
		for _, t := range toggles {
			if !t.off {
				continue
			}
			l := p.mistaken(t, toggles)
			if l == nil && p.answerable(t, fn) {
				l = p.leak(t, fn)
			}
			if l == nil || slices.ContainsFunc(out, func(m *Leak) bool { return m.covers(l) }) {
				continue
			}
			l.Waiver = p.waived(t.call, t.what)
			out = append(out, l)
		}
	}
	slices.SortStableFunc(out, func(a, b *Leak) int { return cmp.Compare(a.Call.Pos(), b.Call.Pos()) })
	return out
}

// covers reports whether another leak of the same object leaves the function in
// the same way.
func (l *Leak) covers(m *Leak) bool {
	return l.What == m.What && l.Exits[0] == m.Exits[0] && l.toggle.of(m.toggle)
}

// mistaken returns the leak of a call that switches off where it is to switch
// on, nil if it is none, or is the first of several.
func (p *Package) mistaken(t *toggle, all []*toggle) *Leak {
	fn := t.call.Parent()
	if p.restoresAnywhere(fn, t) || t.inside != nil {
		return nil
	}
	if decl := declaration(fn); t.model != nil && decl != nil && t.model.Inverts(decl.Name()) {
		return p.newLeak(t, Exit{Inverse, fn.Pos()})
	}
	for _, u := range all {
		if _, deferred := u.call.(*ssa.Defer); deferred && u.off && u.what == t.what && u.result == nil && comesBefore(t.call, u.call) && t.of(u) {
			return p.newLeak(t, Exit{Again, u.call.Pos()})
		}
	}
	return nil
}

// newLeak returns nil for a call without syntax.
func (p *Package) newLeak(off *toggle, exits ...Exit) *Leak {
	call, ok := p.exprAt(off.call.Common().Pos()).(*ast.CallExpr)
	if !ok {
		return nil
	}
	l := &Leak{What: off.what, Model: off.model, Call: call, Exits: exits, toggle: off}
	if off.model == nil {
		l.Callee = flow.Callee(off.call)
	}
	return l
}

// answerable reports whether it is up to a function to undo what a call in it
// switches off.
func (p *Package) answerable(t *toggle, fn *ssa.Function) bool {
	if p.hasExpiry(t.call) || t.inside != nil && t.inside.model == nil && t.model != nil {
		return false
	}
	outer := fn
	for outer.Parent() != nil {
		outer = outer.Parent()
	}
	if t.model == nil {
		if fact := p.Func(declaration(outer)); fact != nil && slices.ContainsFunc(fact.Offs, func(o Off) bool { return o.Kind == t.what }) {
			return false
		}
		if decl := declaration(outer); decl != nil && slices.ContainsFunc(p.restoredBy(decl), func(o Off) bool { return o.Kind == t.what }) {
			return false
		}
	}
	own := p.restoresBehind(fn, t)
	switch {
	case fn.Parent() != nil && !own:
		// The function around may restore, before or behind.
		return t.model == nil && !p.restoresAnywhere(outer, t)
	case t.model == nil:
		return own || !p.askable(fn)
	}
	return own
}

// restoresBehind reports whether a function restores what a call in it switches
// off: behind the call, in a defer statement or in a literal. What restores on
// another branch does not.
func (p *Package) restoresBehind(fn *ssa.Function, off *toggle) bool {
	behind := reach(off.call.Block(), func(b *ssa.BasicBlock) []*ssa.BasicBlock { return b.Succs })
	return p.restoresInLiterals(fn, off.what) || slices.ContainsFunc(p.togglesIn(fn), func(t *toggle) bool {
		if t.what != off.what || t.off {
			return false
		}
		_, deferred := t.call.(*ssa.Defer)
		return deferred || behind[t.call.Block()] || comesBefore(off.call, t.call)
	})
}

// restoresAnywhere reports whether a function or a literal in it restores what
// a toggle switches off.
func (p *Package) restoresAnywhere(fn *ssa.Function, off *toggle) bool {
	return slices.ContainsFunc(p.togglesIn(fn), func(t *toggle) bool { return t.what == off.what && !t.off }) ||
		p.restoresInLiterals(fn, off.what)
}

// hasExpiry reports whether a call says for how long: what it switches off comes
// on by itself.
func (p *Package) hasExpiry(call ssa.CallInstruction) bool {
	callee := flow.Callee(call)
	if callee == nil {
		return false
	}
	params := callee.Signature().Params()
	for i := range params.Len() {
		v := operand(call, Object{Param: i})
		if v == nil || !isSpan(params.At(i)) {
			continue
		}
		if k, ok := p.prog.Fold(v); !ok || k.ExactString() != "0" {
			return true
		}
	}
	return false
}

// leak follows the paths from a call, and returns nil if all restore.
func (p *Package) leak(off *toggle, fn *ssa.Function) *Leak {
	w := newWalker(p, off, fn)
	w.walk()
	if w.exhausted() || len(w.exits) == 0 {
		return nil
	}
	l := p.newLeak(off)
	if l == nil || off.model != nil && off.model.Deliberate && !slices.ContainsFunc(w.ons, p.restoresFailure) {
		return nil
	}
	slices.SortFunc(w.exits, func(a, b exit) int { return cmp.Or(cmp.Compare(a.How, b.How), cmp.Compare(a.Pos, b.Pos)) })
	l.Miss = w.exits[0].miss
	for _, e := range w.exits {
		if !slices.Contains(l.Exits, e.Exit) {
			l.Exits = append(l.Exits, e.Exit)
		}
	}
	for _, t := range w.ons {
		if call, ok := p.exprAt(t.call.Common().Pos()).(*ast.CallExpr); ok {
			l.Restores = append(l.Restores, call)
		}
	}
	return l
}

// restoresFailure reports whether a call restores because something failed.
func (p *Package) restoresFailure(on *toggle) bool {
	if _, deferred := on.call.(*ssa.Defer); deferred || on.call.Parent().Parent() != nil {
		return true
	}
	return slices.ContainsFunc(p.conditionsAt(on.call.Block()), func(c flow.Cond) bool {
		x, op, y, ok := p.withConstant(c)
		return ok && syntax.IsError(x.Type()) && NonNil.judge(op, y) == accepted
	})
}

// isSpan reports whether a parameter is a time, or a length of time that is not
// how long the call may take.
func isSpan(v *types.Var) bool {
	named := namedOf(v.Type())
	if named == nil || named.Obj().Pkg() == nil || named.Obj().Pkg().Path() != "time" {
		return false
	}
	switch named.Obj().Name() {
	case "Time":
		return true
	case "Duration":
		return !waits.MatchString(v.Name())
	}
	return false
}

// waits matches the names of durations that bound or space attempts.
var waits = regexp.MustCompile(`(?i)timeout|wait|interval|retry|backoff|delay|period`)
