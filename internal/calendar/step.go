package calendar

import (
	"go/token"

	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/flow"
)

// SteppedMonth returns the date that a call of time.Date moves by a constant
// number of months, as in time.Date(t.Year(), t.Month()+1, t.Day(), ...); ok is
// false for other calls.
func (p *Program) SteppedMonth(call *ssa.Call) (base ssa.Value, months int, ok bool) {
	p.init()
	p.mu.Lock()
	defer p.mu.Unlock()
	args := flow.Args(call)
	sum, ok := flow.Resolve(args[1]).(*ssa.BinOp)
	if !ok || sum.Op != token.ADD && sum.Op != token.SUB {
		return nil, 0, false
	}
	month := sum.X
	n, ok := p.number(sum.Y)
	if !ok && sum.Op == token.ADD {
		month = sum.Y
		n, ok = p.number(sum.X)
	}
	if sum.Op == token.SUB {
		n = -n
	}
	if !ok {
		return nil, 0, false
	}
	base, ok = p.readFrom(month, "(time.Time).Month")
	day, fromDay := p.readFrom(args[2], "(time.Time).Day")
	if !ok || !fromDay || !flow.Same(base, day) {
		return nil, 0, false
	}
	return base, int(n), true
}

// DayTested reports whether a branch that dominates the block has tested the
// day or the month of t, or decides which date t is.
func (p *Program) DayTested(t ssa.Value, block *ssa.BasicBlock) bool {
	p.init()
	p.mu.Lock()
	defer p.mu.Unlock()
	if phi, ok := flow.Resolve(t).(*ssa.Phi); ok && p.chosenByDay(phi) {
		return true
	}
	for _, cond := range flow.ConditionsAt(block) {
		if p.ofDay(t, cond.X) || p.ofDay(t, cond.Y) {
			return true
		}
	}
	return false
}

// ofDay reports whether v is the day or the month of t.
func (p *Program) ofDay(t, v ssa.Value) bool {
	for _, method := range []string{"(time.Time).Day", "(time.Time).Month"} {
		if of, ok := p.readFrom(v, method); ok && flow.Same(of, t) {
			return true
		}
	}
	return false
}

// chosenByDay reports whether a test of the day or the month of one of several
// dates decides which of them is taken.
func (p *Program) chosenByDay(phi *ssa.Phi) bool {
	from := phi.Block().Idom()
	for _, block := range phi.Parent().Blocks {
		if from == nil || !from.Dominates(block) || phi.Block().Dominates(block) {
			continue
		}
		branch, ok := block.Instrs[len(block.Instrs)-1].(*ssa.If)
		if !ok {
			continue
		}
		test, ok := branch.Cond.(*ssa.BinOp)
		if !ok {
			continue
		}
		for _, t := range phi.Edges {
			if p.ofDay(t, test.X) || p.ofDay(t, test.Y) {
				return true
			}
		}
	}
	return false
}
