package guard

import (
	"go/constant"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/flow"
)

// leaveLoop adds what holds of all elements of a slice when a loop over it
// ends: what every round proves of its element.
func (p *Package) leaveLoop(st state, head, to *ssa.BasicBlock, s *solution) {
	slice, elem, ok := p.loopOver(head)
	if !ok || head.Succs[1] != to {
		return
	}
	var rounds state
	for _, pred := range head.Preds {
		if head.Dominates(pred) {
			rounds = meet(rounds, p.edge(pred, head, s, maxReading))
		}
	}
	st.claimAll(slice, elem, rounds)
}

// claimAll claims of all elements of a slice what holds of one.
func (st state) claimAll(slice, elem flow.Path, of state) {
	for c, ev := range of {
		if c.call == nil && !c.refused && c.obj == elem {
			st.claim(c.kind, slice.Field(eachElement), false, ev)
		}
	}
}

// loopOver returns the slice that a loop with the given head goes through, and
// the element that a round looks at.
func (m *memo) loopOver(head *ssa.BasicBlock) (slice, elem flow.Path, ok bool) {
	branch, ok := head.Instrs[len(head.Instrs)-1].(*ssa.If)
	if !ok || head.Succs[0] == head.Succs[1] {
		return slice, elem, false
	}
	cond, ok := branch.Cond.(*ssa.BinOp)
	if !ok || cond.Op != token.LSS {
		return slice, elem, false
	}
	length := measured(m.resolve(cond.Y))
	if length == nil {
		return slice, elem, false
	}
	if slice, ok = m.pathOf(length); !ok {
		return slice, elem, false
	}
	elem, ok = m.element(cond.X, slice)
	return slice, elem, ok
}

// inLoop reports whether a block is in the loop with the given head.
func inLoop(block, head *ssa.BasicBlock) bool {
	if !head.Dominates(block) {
		return false
	}
	seen := map[*ssa.BasicBlock]bool{head: true}
	var reaches func(b *ssa.BasicBlock) bool
	reaches = func(b *ssa.BasicBlock) bool {
		if seen[b] {
			return false
		}
		seen[b] = true
		return b == block || slices.ContainsFunc(b.Preds, reaches)
	}
	for _, pred := range head.Preds {
		if head.Dominates(pred) && reaches(pred) {
			return true
		}
	}
	return block == head
}

// element returns the path of the element of a slice that an index selects.
func (m *memo) element(index ssa.Value, slice flow.Path) (flow.Path, bool) {
	for _, ref := range *index.Referrers() {
		addr, ok := ref.(*ssa.IndexAddr)
		if !ok || addr.Index != index {
			continue
		}
		if base, ok := m.pathOf(addr.X); ok && base == slice {
			return m.pathOf(addr)
		}
	}
	return flow.Path{}, false
}

// A lasting tells whether a variable that a loop sets shows at the end how
// every round came out: errors are collected but never dropped, a flag is
// cleared but never set.
type lasting struct {
	p    *Package
	phi  *ssa.Phi // the variable at the head of the loop
	cond flow.Cond
	of   aspect
	seen map[ssa.Value]bool
}

// lasts reports whether phi, of which cond holds after the loop, was so in all
// rounds.
func (p *Package) lasts(phi *ssa.Phi, cond flow.Cond, of aspect) bool {
	if of == ofLength && !limitsLength(cond) {
		return false
	}
	l := &lasting{p, phi, cond, of, make(map[ssa.Value]bool)}
	for i, pred := range phi.Block().Preds {
		if phi.Block().Dominates(pred) && !l.implied(phi.Edges[i], pred, phi.Block()) {
			return false
		}
	}
	return true
}

// limitsLength reports whether a length of which cond holds was so too before
// the slice grew.
func limitsLength(cond flow.Cond) bool {
	y, ok := cond.Y.(*ssa.Const)
	if !ok || y.Value == nil || y.Value.Kind() != constant.Int {
		return false
	}
	return cond.Op == token.LEQ || cond.Op == token.LSS || cond.Op == equal && constant.Sign(y.Value) == 0
}

// implied reports whether cond holds of the variable if it holds of a value
// that the variable is given on an edge.
func (l *lasting) implied(v ssa.Value, from, to *ssa.BasicBlock) bool {
	if v = l.p.resolve(v); v == l.phi || l.seen[v] {
		return true
	}
	if phi, ok := v.(*ssa.Phi); ok {
		l.seen[v] = true
		for i, pred := range phi.Block().Preds {
			if !l.implied(phi.Edges[i], pred, phi.Block()) {
				return false
			}
		}
		return true
	}
	if base := appendedTo(v); base != nil && (l.of != ofValue || Nil.judge(l.cond.Op, constantOf(l.cond)) == accepted) {
		return l.implied(base, from, to)
	}
	if l.of != ofValue {
		return false
	}
	for _, part := range l.p.joined(v) {
		if l.p.resolve(part) == l.phi {
			return Nil.judge(l.cond.Op, constantOf(l.cond)) == accepted
		}
	}
	known := append(l.p.conditionsAt(from), l.p.edgeConditions(from, to)...)
	cond := flow.Cond{X: v, Op: l.cond.Op, Y: l.cond.Y}
	return l.p.contradicts(cond, known) || l.p.countsOn(cond) || l.known(known)
}

// known reports whether cond is known to hold of the variable.
func (l *lasting) known(known []flow.Cond) bool {
	y := constantOf(l.cond)
	for _, k := range known {
		kx, kop, ky, ok := l.p.withConstant(k)
		if !ok || l.p.resolve(kx) != l.phi {
			continue
		}
		for _, outcome := range []Outcome{True, Nil} {
			if v := outcome.judge(l.cond.Op, y); v != open && v == outcome.judge(kop, ky) {
				return true
			}
		}
	}
	return false
}

// counted returns what follows from a comparison with a parameter that all
// callers give a positive constant, as a count of rounds; else the comparison.
func (p *Package) counted(c flow.Cond) flow.Cond {
	if n, ok := c.Y.(*ssa.Parameter); ok && c.Op == token.GEQ && p.positive(n) {
		c.Y = ssa.NewConst(constant.MakeInt64(1), n.Type())
	}
	return c
}

// noRound reports whether a comparison says that a count of rounds that is
// positive in all calls is not.
func (p *Package) noRound(c flow.Cond) bool {
	n, ok := c.X.(*ssa.Parameter)
	y, isConst := c.Y.(*ssa.Const)
	return ok && isConst && judgeLength(c.Op, y) == accepted && p.positive(n)
}

// positive reports whether a parameter is a positive constant in all calls.
func (p *Package) positive(param *ssa.Parameter) bool {
	fn := param.Parent()
	if b, ok := param.Type().Underlying().(*types.Basic); !ok || b.Info()&types.IsInteger == 0 || !p.askable(fn) {
		return false
	}
	i := slices.Index(fn.Params, param)
	return !slices.ContainsFunc(p.uses().uses[fn], func(u use) bool {
		args := flow.Args(u.instr.(ssa.CallInstruction))
		n, ok := p.resolve(args[i]).(*ssa.Const)
		return !ok || n.Value == nil || n.Value.Kind() != constant.Int || constant.Sign(n.Value) <= 0
	})
}

// constantOf returns the constant that a comparison is with.
func constantOf(c flow.Cond) *ssa.Const {
	if y, ok := flow.Resolve(c.Y).(*ssa.Const); ok {
		return y
	}
	return ssa.NewConst(nil, c.Y.Type())
}

// appendedTo returns the slice that v is the result of appending to, or nil.
func appendedTo(v ssa.Value) ssa.Value {
	if call, ok := v.(*ssa.Call); ok {
		if b, ok := call.Call.Value.(*ssa.Builtin); ok && b.Name() == "append" {
			return call.Call.Args[0]
		}
	}
	return nil
}

// countsOn reports whether a comparison says that a number that only grows,
// from zero or more, is not positive after it has grown.
func (m *memo) countsOn(cond flow.Cond) bool {
	y, ok := cond.Y.(*ssa.Const)
	if !ok || y.Value == nil || y.Value.Kind() != constant.Int {
		return false
	}
	sign := constant.Sign(y.Value)
	if cond.Op == token.LSS && constant.Compare(y.Value, token.EQL, constant.MakeInt64(1)) {
		sign = 0
	} else if cond.Op != token.LEQ && cond.Op != equal {
		return false
	}
	v := m.resolve(cond.X)
	_, increment := v.(*ssa.BinOp)
	return sign <= 0 && increment && m.grows(v, make(map[ssa.Value]bool))
}

// grows reports whether a number is never negative: a constant, or the sum of
// such a number and a constant.
func (m *memo) grows(v ssa.Value, seen map[ssa.Value]bool) bool {
	v = m.resolve(v)
	if seen[v] {
		return true
	}
	seen[v] = true
	switch v := v.(type) {
	case *ssa.Const:
		return v.Value != nil && v.Value.Kind() == constant.Int && constant.Sign(v.Value) >= 0
	case *ssa.BinOp:
		y, ok := v.Y.(*ssa.Const)
		return v.Op == token.ADD && ok && y.Value != nil && y.Value.Kind() == constant.Int && constant.Sign(y.Value) > 0 && m.grows(v.X, seen)
	case *ssa.Phi:
		for _, edge := range v.Edges {
			if !m.grows(edge, seen) {
				return false
			}
		}
		return true
	}
	return false
}
