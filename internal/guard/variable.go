package guard

import (
	"go/constant"
	"go/token"
	"go/types"
	"maps"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/flow"
)

// variable returns the phi that x, or the slice that x is the length of, was
// set by.
func (m *memo) variable(x ssa.Value) *ssa.Phi {
	x = m.resolve(x)
	if s := measured(x); s != nil {
		x = m.resolve(s)
	}
	phi, _ := x.(*ssa.Phi)
	return phi
}

// measured returns what v is the length of, nil if it is no length.
func measured(v ssa.Value) ssa.Value {
	if call, ok := v.(*ssa.Call); ok {
		if b, ok := call.Call.Value.(*ssa.Builtin); ok && b.Name() == "len" {
			return call.Call.Args[0]
		}
	}
	return nil
}

// An aspect is what a comparison says something of.
type aspect int

const (
	ofValue    aspect = iota
	ofLength          // of a slice
	ofElements        // of a slice, all of them
)

func (m *memo) aspectOf(x ssa.Value) aspect {
	if measured(m.resolve(x)) != nil {
		return ofLength
	}
	return ofValue
}

// readPhi: the comparison looks at a variable that was set on several paths.
// What holds on all those paths on which it can have come out like this holds.
// It reports false if there are none.
func (r *reading) readPhi(st state, phi *ssa.Phi, c flow.Cond, of aspect) bool {
	slice, elem, loops := r.p.loopOver(phi.Block())
	loops = loops && !inLoop(r.at, phi.Block())
	siblings := r.siblings(phi)
	var all, rounds state
	for i, pred := range phi.Block().Preds {
		edge := r.edgeOf(phi, i, c, of, siblings)
		if edge == nil {
			continue
		}
		all = meet(all, edge)
		if phi.Block().Dominates(pred) {
			rounds = meet(rounds, edge)
		}
		maps.DeleteFunc(all, func(c claim, _ evidence) bool { _, known := r.st[c]; return known })
		if len(all) == 0 && !loops {
			return true // no edge can add anything
		}
	}
	maps.Copy(st, all)
	if loops && rounds != nil && r.p.lasts(phi, c, of) {
		st.claimAll(slice, elem, rounds)
	}
	return all != nil
}

// edgeOf returns what holds on an edge to a phi if what it is given there
// compares as c says; nil if that cannot be.
func (r *reading) edgeOf(phi *ssa.Phi, edge int, c flow.Cond, of aspect, siblings []sibling) state {
	pred, operand := phi.Block().Preds[edge], phi.Edges[edge]
	if !r.sol.spend(1) {
		return nil
	}
	switch of {
	case ofLength:
		if lengthContradicts(operand, c) {
			return nil
		}
		return r.edgeWithSlice(pred, phi.Block(), operand, c, of)
	case ofElements:
		return r.edgeWithSlice(pred, phi.Block(), operand, c, of)
	}
	with := flow.Cond{X: operand, Op: c.Op, Y: c.Y}
	if r.p.folds(with) {
		return nil
	}
	var more []flow.Cond
	for _, s := range siblings {
		more = append(more, flow.Cond{X: s.phi.Edges[edge], Op: s.cond.Op, Y: s.cond.Y})
	}
	return r.edgeWith(phi, pred, with, more)
}

// A sibling is a variable that was set where another was, such as the error
// beside an answer, and what is known of it.
type sibling struct {
	phi  *ssa.Phi
	cond flow.Cond
}

func (r *reading) siblings(phi *ssa.Phi) []sibling {
	var out []sibling
	if _, several := phi.Block().Instrs[1].(*ssa.Phi); !several {
		return nil
	}
	for _, c := range r.known() {
		x, op, y, ok := r.p.withConstant(r.p.counted(c))
		if !ok {
			continue
		}
		if other := r.p.variable(x); other != nil && other != phi && other.Block() == phi.Block() && r.p.aspectOf(x) == ofValue {
			out = append(out, sibling{other, flow.Cond{X: x, Op: op, Y: y}})
		}
	}
	return out
}

// edgeWithSlice returns what holds on an edge if the length of a slice, or what
// was appended to it, compares as c says; nil if that cannot be.
func (r *reading) edgeWithSlice(from, to *ssa.BasicBlock, slice ssa.Value, c flow.Cond, of aspect) state {
	st := r.p.edge(from, to, r.sol, r.depth+1).clone()
	if st == nil {
		return nil
	}
	if of == ofElements {
		known := append(r.p.conditionsAt(from), r.p.edgeConditions(from, to)...)
		for base := appendedTo(slice); base != nil; base = appendedTo(slice) {
			for _, v := range r.p.listed(slice.(*ssa.Call).Call.Args[1]) {
				if st = r.p.suppose(st, to, known, flow.Cond{X: v, Op: c.Op, Y: c.Y}, r.depth+1); st == nil {
					return nil
				}
			}
			slice = r.p.resolve(base)
		}
	}
	phi, ok := r.p.resolve(slice).(*ssa.Phi)
	if !ok || phi.Block() == to || r.depth+1 >= maxReading {
		return st
	}
	deeper := &reading{p: r.p, at: to, sol: r.sol, st: st.clone(), known: r.known, depth: r.depth + 1}
	if !deeper.readPhi(st, phi, c, of) {
		return nil
	}
	return st
}

// lengthContradicts reports whether the length of a slice, which is that of
// nil, of a literal or of the result of an append, cannot compare as c says.
func lengthContradicts(slice ssa.Value, c flow.Cond) bool {
	y, ok := c.Y.(*ssa.Const)
	if !ok || y.Value == nil || y.Value.Kind() != constant.Int {
		return false
	}
	limit, _ := constant.Int64Val(y.Value)
	switch v := flow.Resolve(slice).(type) {
	case *ssa.Const:
		return v.Value == nil && !constant.Compare(constant.MakeInt64(0), c.Op, y.Value)
	case *ssa.Slice:
		alloc, ok := v.X.(*ssa.Alloc)
		if !ok || v.Low != nil || v.High != nil {
			return false
		}
		array, ok := alloc.Type().Underlying().(*types.Pointer).Elem().Underlying().(*types.Array)
		return ok && !constant.Compare(constant.MakeInt64(array.Len()), c.Op, y.Value)
	case *ssa.Call:
		// At least one element.
		b, ok := v.Call.Value.(*ssa.Builtin)
		return ok && b.Name() == "append" && len(v.Call.Args) == 2 && isVariadicArray(v.Call.Args[1]) &&
			(c.Op == token.EQL && limit < 1 || c.Op == token.LEQ && limit < 1 || c.Op == token.LSS && limit <= 1)
	}
	return false
}

// isVariadicArray reports whether a slice holds the arguments of a variadic
// parameter that were written one by one.
func isVariadicArray(v ssa.Value) bool {
	s, ok := v.(*ssa.Slice)
	if !ok {
		return false
	}
	alloc, ok := s.X.(*ssa.Alloc)
	return ok && alloc.Comment == "varargs"
}

// comparisonsPerStep is how many comparisons are as much work as one step.
const comparisonsPerStep = 100

// edgeWith returns what holds on an edge to a phi if, besides, cond holds there
// and what else is known of values on it; nil if that cannot be.
func (r *reading) edgeWith(phi *ssa.Phi, from *ssa.BasicBlock, cond flow.Cond, more []flow.Cond) state {
	p, to := r.p, phi.Block()
	st := p.edge(from, to, r.sol, r.depth+1)
	if st == nil {
		return nil
	}
	known := append(p.conditionsAt(from), p.edgeConditions(from, to)...)
	if !r.sol.spend(len(known) * len(more) / comparisonsPerStep) {
		return nil
	}
	if p.anyContradicts(more, known) || slices.ContainsFunc(more, p.folds) {
		return nil
	}
	known = append(known, more...)
	if p.resolve(cond.X) == phi && !p.contradicts(cond, known) {
		return st // what follows from it is being read
	}
	return p.suppose(st.clone(), to, known, cond, r.depth+1)
}

// suppose returns what holds in a block, st, with what follows if cond holds
// besides the known comparisons; nil if that cannot be. It changes st.
func (p *Package) suppose(st state, at *ssa.BasicBlock, known []flow.Cond, cond flow.Cond, depth int) state {
	if p.contradicts(cond, known) || p.folds(cond) || p.countsOn(cond) {
		return nil
	}
	conds := []flow.Cond{cond}
	if b, ok := p.boolean(cond); ok {
		conds = flow.Implied(cond.X, b)
	}
	r := &reading{p: p, at: at, sol: p.solve(at.Parent()), st: st.clone(), depth: depth}
	r.known = func() []flow.Cond { return append(conds, known...) }
	for _, c := range conds {
		if !r.read(st, c) {
			return nil
		}
	}
	return st
}

// boolean returns what cond says its first operand is, if that is a boolean.
func (m *memo) boolean(cond flow.Cond) (value, ok bool) {
	_, op, y, ok := m.withConstant(cond)
	if !ok || y != cond.Y {
		return false, false
	}
	switch True.judge(op, y) {
	case accepted:
		return true, true
	case refused:
		return false, true
	}
	return false, false
}
