package guard

import (
	"cmp"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/flow"
	"github.com/leapguard/leapguard/internal/syntax"
)

// restores reports whether a call undoes the off. A restore that does not help
// is noted.
func (w *walker) restores(call ssa.CallInstruction, t *trail) bool {
	if w.isResult(call.Common().Value) {
		return true
	}
	for _, on := range w.p.togglesIn(call.Parent()) {
		if on.call != call || on.off || on.what != w.off.what {
			continue
		}
		switch {
		case !w.off.of(on), w.otherConnection(on):
			t.miss = &Miss{Pos: call.Common().Pos()}
		case slices.ContainsFunc(flow.Args(call), func(arg ssa.Value) bool { return isContext(arg.Type()) && w.isOver(arg, t) }):
			t.miss = &Miss{Pos: call.Common().Pos(), Over: true}
		default:
			return true
		}
	}
	if w.takesRestore(call) {
		return true
	}
	if _, deferred := call.(*ssa.Defer); deferred {
		return false
	}
	if call.Common().IsInvoke() {
		return false
	}
	return w.mayRestore(w.p.target(call)) || w.mayRestore(functionIn(w.value(call.Common().Value, t)))
}

// isResult reports whether a value is the function that the off returned to
// restore with.
func (w *walker) isResult(v ssa.Value) bool {
	return w.off.result != nil && w.p.resolve(v) == w.off.result
}

// mayRestore reports whether a literal, or one in it, restores.
func (w *walker) mayRestore(fn *ssa.Function) bool {
	return fn != nil && fn.Parent() != nil && slices.ContainsFunc(w.ons, func(on *toggle) bool {
		for in := on.call.Parent(); in != nil; in = in.Parent() {
			if in == fn {
				return w.off.of(on)
			}
		}
		return false
	})
}

// isRestore reports whether a value is a function that restores: a literal, a
// method value, or what the off returned.
func (w *walker) isRestore(v ssa.Value) bool {
	if w.isResult(v) {
		return true
	}
	fn := functionIn(w.p.resolve(v))
	if fn == nil {
		return false
	}
	obj, _ := fn.Object().(*types.Func)
	if obj == nil {
		return w.mayRestore(fn)
	}
	if w.off.model == nil {
		return slices.ContainsFunc(w.p.restoredBy(obj.Origin()), func(o Off) bool { return o.Kind == w.off.what })
	}
	decl := w.p.declared(fn)
	return slices.ContainsFunc(w.p.togglesIn(decl), func(on *toggle) bool { return on.what == w.off.what && !on.off })
}

// takesRestore reports whether a call is given a function that restores, which
// it calls now or later as far as one knows.
func (w *walker) takesRestore(call ssa.CallInstruction) bool {
	return slices.ContainsFunc(call.Common().Args, w.isRestore)
}

// keeps reports whether an instruction puts a function that restores where
// others find it.
func (w *walker) keeps(instr ssa.Instruction) bool {
	switch instr := instr.(type) {
	case *ssa.Store:
		return w.local(instr.Addr) == nil && w.isRestore(instr.Val)
	case *ssa.MapUpdate:
		return w.isRestore(instr.Value)
	case *ssa.Send:
		return w.isRestore(instr.X)
	}
	return false
}

// handedOn reports whether a return hands it to the caller to restore: it
// returns a function that does, or an object that has a method that does.
func (w *walker) handedOn(ret *ssa.Return, t *trail) bool {
	return slices.ContainsFunc(ret.Results, func(v ssa.Value) bool {
		v = w.value(v, t)
		if w.isRestore(v) {
			return true
		}
		return Nil.is(v) != accepted && w.p.restoringType(v.Type(), w.off.what)
	})
}

// restoringType reports whether a type of this package has a method that
// restores.
func (p *Package) restoringType(t types.Type, what string) bool {
	named := namedOf(t)
	if named == nil || named.Obj().Pkg() != p.pass.Pkg || types.IsInterface(named) {
		return false
	}
	for m := range named.Methods() {
		fn := p.prog.Package().Prog.FuncValue(m)
		if fn == nil {
			continue
		}
		if slices.ContainsFunc(p.togglesIn(fn), func(on *toggle) bool { return on.what == what && !on.off }) {
			return true
		}
	}
	return false
}

// gone reports whether a call destroys the object, or closes the database that
// it is the only connection to or holds all of.
func (w *walker) gone(call ssa.CallInstruction) bool {
	callee := flow.Callee(call)
	if callee == nil {
		return false
	}
	same := func(v ssa.Value) bool {
		path, ok := w.p.pathOf(v)
		return ok && v != nil && slices.ContainsFunc(w.off.objs, func(obj target) bool { return obj.ok && obj.path == path })
	}
	if w.off.model != nil {
		args := flow.Args(call)
		return callee.Name() == "Close" && len(args) > 0 && !isPooled(args[0].Type()) && same(args[0])
	}
	fact := w.p.Func(callee)
	return fact != nil && slices.ContainsFunc(fact.Dangers, func(e Effect) bool {
		v := operand(call, e.Obj)
		return v != nil && len(e.Obj.Fields) == 0 && same(v)
	})
}

// isPooled reports whether Close gives a connection back to where it came from:
// it is a sql.Conn, or embeds one.
func isPooled(t types.Type) bool {
	if syntax.IsNamed(pointee(t), "database/sql", "Conn") {
		return true
	}
	s, ok := pointee(t).Underlying().(*types.Struct)
	if !ok {
		return false
	}
	for f := range s.Fields() {
		if f.Embedded() && syntax.IsNamed(pointee(f.Type()), "database/sql", "Conn") {
			return true
		}
	}
	return false
}

// otherConnection reports whether a statement is executed on a database while
// the off was executed on a connection that is held: then it is executed on
// another one.
func (w *walker) otherConnection(on *toggle) bool {
	if w.off.model == nil || w.off.model.SQL == nil || len(w.off.objs) == 0 || len(on.objs) == 0 {
		return false
	}
	held, pool := namedOf(w.off.objs[0].t), namedOf(on.objs[0].t)
	if held == nil || pool == nil || held.Obj().Pkg() != pool.Obj().Pkg() || pool.Obj().Name() != "DB" ||
		held.Obj().Name() != "Conn" && held.Obj().Name() != "Tx" {
		return false
	}
	ends := func(call ssa.CallInstruction, callee *types.Func) bool {
		return callee != nil && (callee.Name() == "Close" || callee.Name() == "Commit" || callee.Name() == "Rollback") &&
			namedOf(flow.Args(call)[0].Type()) == held
	}
	for call, callee := range flow.Calls(on.call.Parent()) {
		if _, deferred := call.(*ssa.Defer); !deferred && ends(call, callee) && !comesBefore(on.call, call) {
			return false
		}
	}
	return on.call.Parent() == w.off.call.Parent()
}

// unwind runs the deferred functions, the last one first, and then leaves.
func (w *walker) unwind(how Departure, pos token.Pos, t *trail) {
	for _, d := range slices.Backward(t.defers) {
		if ctx := w.cancels(d); ctx != nil {
			t.cancelled = append(t.cancelled, ctx)
			continue
		}
		if w.restores(d, t) || w.gone(d) {
			return
		}
		if fn := w.p.target(d); fn != nil && fn.Parent() != nil && len(fn.Blocks) > 0 {
			r := &inner{walker: w, panics: how == Panics, seen: make(map[*ssa.BasicBlock]int)}
			r.enter(fn.Blocks[0], nil, t.clone())
			if !r.missed {
				return
			}
			t.miss = cmp.Or(r.miss, t.miss)
		}
	}
	w.leave(how, pos, t)
}

// An inner follows a deferred literal that restores on some path.
type inner struct {
	*walker
	panics bool
	seen   map[*ssa.BasicBlock]int
	missed bool // it came to the end without a restore, for reasons that are known
	miss   *Miss
}

// maxInnerVisits bounds how often one block of a deferred literal is visited.
const maxInnerVisits = 16

func (r *inner) enter(b, from *ssa.BasicBlock, t *trail) {
	r.steps++
	r.seen[b]++
	if r.seen[b] > maxInnerVisits || r.exhausted() || r.missed {
		return
	}
	r.bind(b, from, t)
	for _, instr := range b.Instrs {
		switch instr := instr.(type) {
		case *ssa.Call:
			if ctx := r.cancels(instr); ctx != nil {
				t.cancelled = append(t.cancelled, ctx)
			}
			if r.restores(instr, t) || r.gone(instr) || flow.Stops(instr) {
				return
			}
			if instr == recovery(b.Parent()) && !r.panics {
				t.vals[instr] = ssa.NewConst(nil, instr.Type())
			}
		case *ssa.Return:
			r.missed, r.miss = true, t.miss
			return
		default:
			r.step(instr, t)
		}
	}
	cond, ok := b.Instrs[len(b.Instrs)-1].(*ssa.If)
	if ok {
		if _, known := r.decide(cond.Cond, t); !known && r.leadsToRestore(b) && !r.openError(cond.Cond, t) {
			return // what it depends on is not known
		}
	}
	r.branch(b, t, func(to *ssa.BasicBlock, t *trail) { r.enter(to, b, t) })
}

// leadsToRestore reports whether a restore lies behind a block.
func (w *walker) leadsToRestore(b *ssa.BasicBlock) bool {
	after := reach(b, func(b *ssa.BasicBlock) []*ssa.BasicBlock { return b.Succs })
	return slices.ContainsFunc(w.ons, func(on *toggle) bool { return after[on.call.Block()] })
}

// openError reports whether a condition asks whether an error is nil that may
// be or not: one that a call returned.
func (r *inner) openError(cond ssa.Value, t *trail) bool {
	c, ok := r.value(cond, t).(*ssa.BinOp)
	if !ok || !r.testsError(c, t) {
		return false
	}
	for _, operand := range []ssa.Value{c.X, c.Y} {
		switch r.value(operand, t).(type) {
		case *ssa.Call, *ssa.Extract:
			return true
		}
	}
	return false
}
