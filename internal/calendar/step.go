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
