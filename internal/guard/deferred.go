package guard

import (
	"go/types"
	"maps"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/flow"
)

// A captured is a comparison of a variable that a closure captures.
type captured struct {
	variable *ssa.Alloc
	cond     flow.Cond // of what the closure loads
}

// deferred reports whether the object is checked whenever a deferred function
// gets to one of its instructions: at all ends of the function that defers it
// where what it finds in the variables it captures lets it.
func (l *leaving) deferred(d *ssa.Defer, at ssa.Instruction) bool {
	conds := l.p.capturedAt(d, at)
	found := false
	for _, end := range l.p.ends(d) {
		st := l.p.endWith(end, conds)
		if st == nil {
			continue
		}
		if !st.holds(l.effect.Kind, l.path, l.site.name) {
			return false
		}
		found = true
	}
	return found
}

// ends returns the instructions that run a deferred function: at returns, and
// where the function panics on purpose.
func (p *Package) ends(d *ssa.Defer) []ssa.Instruction {
	var out []ssa.Instruction
	for _, thrower := range p.throwers(d.Parent()) {
		if comesBefore(d, thrower) {
			out = append(out, thrower)
		}
	}
	after := make(map[*ssa.BasicBlock]bool)
	for todo := []*ssa.BasicBlock{d.Block()}; len(todo) > 0; todo = todo[1:] {
		if block := todo[0]; !after[block] {
			after[block] = true
			todo = append(todo, block.Succs...)
		}
	}
	for _, block := range d.Parent().Blocks {
		i := slices.IndexFunc(block.Instrs, func(instr ssa.Instruction) bool { _, ok := instr.(*ssa.RunDefers); return ok })
		if i >= 0 && after[block] {
			out = append(out, block.Instrs[i])
		}
	}
	return out
}

// capturedAt returns the comparisons of variables of the deferring function
// that are known to hold at an instruction of the deferred closure, and are of
// what the variables held at its entry.
func (p *Package) capturedAt(d *ssa.Defer, at ssa.Instruction) []captured {
	closure, ok := d.Call.Value.(*ssa.MakeClosure)
	if !ok || closure.Fn != at.Parent() {
		return nil
	}
	var out []captured
	for _, c := range p.conditionsAt(at.Block()) {
		x, op, y, ok := p.withConstant(c)
		if !ok {
			continue
		}
		load, ok := x.(*ssa.UnOp)
		if !ok || !loadsFirst(load) {
			continue
		}
		i := slices.IndexFunc(at.Parent().FreeVars, func(fv *ssa.FreeVar) bool { return fv == load.X })
		if i < 0 {
			continue
		}
		if v, ok := closure.Bindings[i].(*ssa.Alloc); ok {
			out = append(out, captured{v, flow.Cond{X: load, Op: op, Y: y}})
		}
	}
	return out
}

// loadsFirst reports whether a closure stores to a captured variable only
// after a load of it.
func loadsFirst(load *ssa.UnOp) bool {
	refs := load.X.Referrers()
	return refs != nil && !slices.ContainsFunc(*refs, func(ref ssa.Instruction) bool {
		switch ref := ref.(type) {
		case *ssa.UnOp, *ssa.DebugRef:
			return false
		case *ssa.Store:
			return !comesBefore(load, ref)
		}
		return true
	})
}

// endWith returns what holds before an instruction if all conds do; nil if they
// cannot.
func (p *Package) endWith(end ssa.Instruction, conds []captured) state {
	all := p.before(end)
	for _, c := range conds {
		r := &rewind{p: p, captured: c, ends: make(map[*ssa.BasicBlock]state)}
		st := r.before(end.Block(), slices.Index(end.Block().Instrs, end))
		if st == nil {
			return nil
		}
		if all != nil {
			maps.Copy(all, st)
		}
	}
	return all
}

// A rewind follows a variable back to where it was set, to find what holds if
// it compares so.
type rewind struct {
	captured
	p    *Package
	ends map[*ssa.BasicBlock]state // at the ends of blocks
}

// end is before for what comes before the branch at the end of a block.
func (r *rewind) end(block *ssa.BasicBlock) state {
	st, ok := r.ends[block]
	if !ok {
		last := len(block.Instrs) - 1
		r.ends[block] = r.p.before(block.Instrs[last]) // for what comes round to it
		st = r.before(block, last)
		r.ends[block] = st
	}
	return st
}

// before returns what holds before instruction n of a block; nil if the
// variable cannot compare so there.
func (r *rewind) before(block *ssa.BasicBlock, n int) state {
	whole := r.p.before(block.Instrs[n])
	if whole == nil {
		return nil
	}
	if v := contents(block.Instrs[:n], r.variable); v != nil {
		return r.p.suppose(whole, block, r.p.conditionsAt(block), flow.Cond{X: v, Op: r.cond.Op, Y: r.cond.Y}, 0)
	}
	if len(block.Preds) == 0 {
		return whole
	}
	var in state
	for _, pred := range block.Preds {
		if block.Dominates(pred) && !r.setIn(block) {
			continue // a loop leaves the variable alone
		}
		if st := r.end(pred); st != nil {
			in = meet(in, r.p.branch(st, pred, block, r.p.edgeConditions(pred, block), r.p.solve(block.Parent()), maxReading))
		}
	}
	if in == nil {
		return nil
	}
	for _, instr := range block.Instrs[:n] {
		r.p.transfer(in, instr)
	}
	maps.Copy(in, whole)
	return in
}

// setIn reports whether the variable is set in the loop with the given head.
func (r *rewind) setIn(head *ssa.BasicBlock) bool {
	return slices.ContainsFunc(*r.variable.Referrers(), func(ref ssa.Instruction) bool {
		return stores(ref, r.variable) && inLoop(ref.Block(), head)
	})
}

// contents returns what a variable holds behind some instructions of a block;
// nil if none of them tells.
func contents(instrs []ssa.Instruction, variable *ssa.Alloc) ssa.Value {
	for _, instr := range slices.Backward(instrs) {
		switch instr := instr.(type) {
		case *ssa.Store:
			if instr.Addr == variable {
				return instr.Val
			}
		case *ssa.Alloc:
			if instr == variable {
				return zeroOf(variable.Type().Underlying().(*types.Pointer).Elem())
			}
		}
	}
	return nil
}
