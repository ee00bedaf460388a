package guard

import (
	"cmp"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/flow"
)

// A demand is what a call asks for: that an object was checked.
type demand struct {
	Effect
	callee *types.Func // nil for a literal
	danger bool        // callee is declared to destroy the object
	via    *need       // of the callee, if inferred
}

// A need is a demand that a function leaves to its callers.
type need struct {
	Effect
	site *Site
}

// demands returns what a call asks for, nothing twice.
func (p *Package) demands(call ssa.CallInstruction) []demand {
	var out []demand
	add := func(d demand) {
		if !slices.ContainsFunc(out, func(e demand) bool { return d.Kind == e.Kind && d.Obj.Equal(e.Obj) }) {
			out = append(out, d)
		}
	}
	for _, callee := range p.callees(call) {
		if fact := p.Func(callee); fact != nil {
			for _, e := range fact.Dangers {
				add(demand{Effect: e, callee: callee, danger: true})
			}
			for _, e := range fact.Needs {
				add(demand{Effect: e, callee: callee})
			}
		}
	}
	if fn := p.target(call); fn != nil {
		for _, n := range p.needs[fn] {
			add(demand{Effect: n.Effect, callee: flow.Callee(call), via: n})
		}
	}
	return out
}

// inferNeeds finds the calls that are reached without a check, and what
// functions all of whose callers are known leave to those.
func (p *Package) inferNeeds() {
	order := p.calleesFirst()
	for changed := true; changed; {
		changed = false
		p.sites, p.left = nil, nil
		clear(p.guarded)
		for _, fn := range order {
			for call := range flow.Calls(fn) {
				for _, d := range p.demands(call) {
					changed = p.examine(call, d) || changed
				}
			}
		}
	}
	slices.SortStableFunc(p.sites, func(a, b *Site) int { return cmp.Compare(a.call.Pos(), b.call.Pos()) })
	for _, calls := range p.guarded {
		slices.SortFunc(calls, func(a, b ssa.CallInstruction) int { return cmp.Compare(a.Pos(), b.Pos()) })
	}
}

// calleesFirst returns the functions of the package so that what they need comes
// to light before their callers are looked at, recursion aside.
func (p *Package) calleesFirst() []*ssa.Function {
	var order []*ssa.Function
	ahead := make(map[*ssa.Function]bool)
	for _, fn := range p.prog.Funcs() {
		ahead[fn] = true
	}
	var visit func(fn *ssa.Function)
	visit = func(fn *ssa.Function) {
		if !ahead[fn] {
			return
		}
		delete(ahead, fn)
		for call := range flow.Calls(fn) {
			visit(p.target(call))
		}
		order = append(order, fn)
	}
	for _, fn := range p.prog.Funcs() {
		visit(fn)
	}
	return order
}

// examine records a call that nothing guards. It reports whether a need came
// to light.
func (p *Package) examine(call ssa.CallInstruction, d demand) bool {
	st := p.before(call)
	if st == nil {
		return false
	}
	// What was checked may have changed by the time a goroutine runs.
	_, detached := call.(*ssa.Go)
	met := p.met(st, call, d)
	if met && (!detached || p.met(make(state), call, d)) {
		key := guardedCall{d.callee, d.Kind}
		p.guarded[key] = append(p.guarded[key], call)
		return false
	}
	site := p.newSite(call, d)
	if met {
		site.Near = &Near{Why: Detached, Pos: call.Pos()}
	}
	site.Waiver = cmp.Or(p.waived(call, d.Kind), p.waived(call, unguardedSlug))
	if site.Waiver != nil {
		p.sites = append(p.sites, site)
		return false
	}
	path, ok := p.objectIn(call, d.Obj)
	if !ok {
		p.sites = append(p.sites, site)
		return false
	}
	l := &leaving{p: p, site: site, effect: d.Effect, path: path, seen: make(map[*ssa.Function]bool)}
	if l.leave(call) {
		p.left = append(p.left, site)
	} else {
		p.sites = append(p.sites, site)
	}
	return l.changed
}

// met reports whether an object that a call asks to be checked was checked, or
// needs no check.
func (p *Package) met(st state, call ssa.CallInstruction, d demand) bool {
	path, ok := p.objectIn(call, d.Obj)
	if !ok {
		_, anything := st[claim{kind: d.Kind}]
		return anything
	}
	if st.holds(d.Kind, path, p.nameIn(call, d.Obj)) {
		return true
	}
	v := operand(call, d.Obj)
	return v != nil && (p.fresh(path) || p.elements(v, d.Kind))
}

// A leaving is the attempt to leave a demand to the callers of a function.
type leaving struct {
	p       *Package
	site    *Site
	effect  Effect
	path    flow.Path // what must have been checked
	seen    map[*ssa.Function]bool
	changed bool
}

// leave reports whether all callers of the function that an instruction is in
// check the object, or can leave it to theirs.
func (l *leaving) leave(at ssa.Instruction) bool {
	fn := at.Parent()
	if l.seen[fn] {
		return true
	}
	l.seen[fn] = true
	root := l.path.Root()
	if l.p.askable(fn) {
		if obj, ok := objectOf(fn, collective(l.path)); ok {
			l.need(fn, Effect{l.effect.Kind, obj})
			return true
		}
	}
	if l.handed(fn) {
		return true
	}
	l.started(fn)
	global, _ := root.(*ssa.Global)
	switch {
	case fn.Parent() != nil && root != nil && root.Parent() != fn:
	case global != nil && l.p.askable(fn):
	default:
		return false
	}
	uses := l.p.uses().uses[fn]
	for _, u := range uses {
		if !l.use(u, at) {
			return false
		}
	}
	return len(uses) > 0
}

// started notes where fn is started as a goroutine, and passed an object that
// was checked before.
func (l *leaving) started(fn *ssa.Function) {
	param := slices.IndexFunc(fn.Params, func(param *ssa.Parameter) bool { return l.path.Root() == param })
	for _, u := range l.p.uses().uses[fn] {
		call, ok := u.instr.(*ssa.Go)
		if !ok || param < 0 || param >= len(flow.Args(call)) {
			continue
		}
		path, ok := l.p.pathOf(flow.Args(call)[param])
		for _, f := range l.path.Fields() {
			path = path.Field(f)
		}
		if st := l.p.before(call); ok && st != nil && st.holds(l.effect.Kind, path, l.site.name) {
			l.site.Near = l.site.nearer(Near{Why: Detached, Pos: call.Pos()})
		}
	}
}

// use reports whether the object is checked where the function that an
// instruction is in is used.
func (l *leaving) use(u use, at ssa.Instruction) bool {
	st := l.p.before(u.instr)
	if st == nil {
		return true
	}
	holds := st.holds(l.effect.Kind, l.path, l.site.name)
	switch {
	case u.how == detached && holds:
		l.site.Near = l.site.nearer(Near{Why: Detached, Pos: u.instr.Pos()})
		return false
	case u.how == detached, u.how == stored:
		return false
	case holds:
		if ev, ok := st.proof(l.effect.Kind, l.path, l.site.name); ok {
			l.site.proofs = append(l.site.proofs, ev)
		}
		return true
	}
	if d, ok := u.instr.(*ssa.Defer); ok && l.deferred(d, at) {
		return true
	}
	if u.how == passed && l.calledBack(u.instr.(ssa.CallInstruction), at.Parent()) {
		return true
	}
	l.site.look(st)
	return l.leave(u.instr)
}

// maxNeeds bounds the number of objects that the callers of a function are
// asked to have checked, which recursion could let grow without end. What is
// beyond that is not reported.
const maxNeeds = 12

// need adds a need to a function.
func (l *leaving) need(fn *ssa.Function, e Effect) {
	same := func(n *need) bool { return n.Kind == e.Kind && n.Obj.Equal(e.Obj) }
	l.site.askers = append(l.site.askers, fn)
	switch known := slices.ContainsFunc(l.p.needs[fn], same); {
	case !known && len(l.p.needs[fn]) >= maxNeeds:
		l.site.dropped = true
	case !known:
		l.p.needs[fn] = append(l.p.needs[fn], &need{e, l.site})
		l.changed = true
	}
}

// unguardedSlug is the name of the check that reports the sites. It may stand in the
// place of the kind of a waiver, as the names of the other checks of the family may.
const unguardedSlug = "unguarded"

// waived returns the waiver of a kind that covers a call, or nil.
func (p *Package) waived(call ssa.CallInstruction, kind string) *Waiver {
	return p.WaivedAt(call.Common().Pos(), kind)
}
