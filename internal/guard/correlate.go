package guard

import (
	"go/constant"
	"go/token"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/flow"
)

const (
	// maxCorrelation bounds the number of blocks that a condition is followed
	// back through.
	maxCorrelation = 40
	// maxBlocks is the size of functions beyond which that is not done.
	maxBlocks = 1000
)

// A correlation follows a condition back to find what holds on those paths only
// that agree with it, as in
//
//	if wipe && n.Protected {
//		return
//	}
//	if wipe {
//		format(n)
//	}
type correlation struct {
	p    *Package
	sol  *solution
	ends map[*ssa.BasicBlock]state
}

// end returns what holds at the end of a block if all conds do.
func (c *correlation) end(block *ssa.BasicBlock, conds []flow.Cond, depth int) state {
	if st, ok := c.ends[block]; ok {
		return st
	}
	whole := c.sol.out[block.Index]
	c.ends[block] = whole
	conds = c.p.definedBefore(block, conds)
	if depth == 0 || len(conds) == 0 || len(block.Preds) == 0 || whole == nil || !c.sol.spend(1+len(whole)) {
		return whole
	}
	var in state
	for _, pred := range block.Preds {
		edge := c.p.edgeConditions(pred, block)
		if c.p.anyContradicts(conds, edge) {
			continue
		}
		if block.Dominates(pred) {
			in = meet(in, c.p.branchOf(pred, block, edge, c.sol))
			continue
		}
		if st := c.end(pred, conds, depth-1); st != nil {
			in = meet(in, c.p.branch(st, pred, block, edge, c.sol, maxReading))
		}
	}
	if in == nil {
		return whole
	}
	st := c.p.through(in, block)
	c.ends[block] = st
	return st
}

// branchOf is branch at the end of a block as far as it is solved.
func (p *Package) branchOf(from, to *ssa.BasicBlock, conds []flow.Cond, s *solution) state {
	if out := s.out[from.Index]; out != nil {
		return p.branch(out, from, to, conds, s, maxReading)
	}
	return nil
}

// definedBefore returns the comparisons of values that are there already when
// control comes to a block.
func (m *memo) definedBefore(block *ssa.BasicBlock, conds []flow.Cond) []flow.Cond {
	var out []flow.Cond
	for _, c := range conds {
		x, _, _, ok := m.withConstant(c)
		if !ok {
			continue
		}
		if path, ok := m.loadedFrom(x); ok {
			x = path.Root()
		} else {
			x = m.resolve(x)
		}
		if instr, ok := x.(ssa.Instruction); !ok || instr.Block() != block {
			out = append(out, c)
		}
	}
	return out
}

func (m *memo) anyContradicts(conds, known []flow.Cond) bool {
	for _, c := range conds {
		if m.contradicts(c, known) {
			return true
		}
	}
	return false
}

// sameValue reports whether two values are equal: the same one, or read from
// the same field.
func (m *memo) sameValue(a, b ssa.Value) bool {
	if m.resolve(a) == m.resolve(b) {
		return true
	}
	pa, ok := m.loadedFrom(a)
	pb, ok2 := m.loadedFrom(b)
	return ok && ok2 && pa == pb
}

// loadedFrom returns the path of the field that a value is read from.
func (m *memo) loadedFrom(v ssa.Value) (flow.Path, bool) {
	switch v := v.(type) {
	case *ssa.UnOp:
		if _, ok := v.X.(*ssa.FieldAddr); ok && v.Op == token.MUL {
			return m.pathOf(v)
		}
	case *ssa.Field:
		return m.pathOf(v)
	}
	return flow.Path{}, false
}

// folds reports whether a comparison is one of constants and false.
func (p *Package) folds(cond flow.Cond) bool {
	x, y := p.fold(cond.X), p.fold(cond.Y)
	return x != nil && y != nil && x.Kind() == y.Kind() && !constant.Compare(x, cond.Op, y)
}

// fold is [flow.Program.Fold]; nil for what does not fold.
func (p *Package) fold(v ssa.Value) constant.Value {
	if _, isConst := v.(*ssa.Const); isConst {
		c, _ := p.prog.Fold(v) // made for the comparison, often
		return c
	}
	c, ok := p.folded[v]
	if !ok {
		c, _ = p.prog.Fold(v)
		p.folded[v] = c
	}
	return c
}

// contradicts reports whether a comparison with nil or a boolean cannot hold,
// since the value is known to be otherwise.
func (m *memo) contradicts(cond flow.Cond, known []flow.Cond) bool {
	x, op, y, ok := m.withConstant(cond)
	if !ok {
		return false
	}
	if Nil.judge(op, y) == accepted && slices.ContainsFunc(m.joined(x), func(v ssa.Value) bool { return m.contradicts(Nil.cond(v), known) }) {
		return true
	}
	for _, outcome := range []Outcome{True, Nil} {
		want := outcome.judge(op, y)
		if want == open {
			continue
		}
		if v := outcome.is(x); v != open && v != want {
			return true
		}
		for _, k := range known {
			kx, kop, ky, ok := m.withConstant(k)
			if !ok || !m.sameValue(kx, x) {
				continue
			}
			if v := outcome.judge(kop, ky); v != open && v != want {
				return true
			}
		}
	}
	return false
}
