package calendar

import (
	"go/constant"
	"go/token"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/calendar/schedule"
	"github.com/leapguard/leapguard/internal/flow"
)

// lastCommonDay is the last day that every month has.
const lastCommonDay = 28

// DayTested reports whether a branch that dominates the block has tested the
// day or the month of t, or decides which date t is: in the function of the
// block, in a function of the package that t is passed to, or where all callers
// of the function are known. If t is the present, a test of the present will do,
// and so does a schedule by which the function runs on days that every month has.
func (p *Program) DayTested(t ssa.Value, block *ssa.BasicBlock) bool {
	p.init()
	p.mu.Lock()
	defer p.mu.Unlock()
	tests := &dayTests{p: p, seen: make(map[*ssa.Function]bool)}
	return tests.before(t, block)
}

// present reports whether a time is what the clock reads, in any location.
func (p *Program) present(t ssa.Value) bool {
	for {
		call, ok := flow.Resolve(t).(*ssa.Call)
		switch {
		case !ok:
			return false
		case p.calling(call, "(time.Time).UTC"), p.calling(call, "(time.Time).Local"), p.calling(call, "(time.Time).In"):
			t = flow.Args(call)[0]
		default:
			return p.calling(call, "time.Now")
		}
	}
}

// early reports whether the code of a block runs by schedules on days that every
// month has.
func (p *Program) early(block *ssa.BasicBlock) bool {
	found := schedule.Of(p.pass, blockPos(block))
	return len(found) > 0 && !slices.ContainsFunc(found, func(s schedule.Schedule) bool { return s.LatestDay() > lastCommonDay })
}

// blockPos returns the place of some instruction of a block.
func blockPos(block *ssa.BasicBlock) token.Pos {
	for _, instr := range block.Instrs {
		if pos := instr.Pos(); pos.IsValid() {
			return pos
		}
	}
	return block.Parent().Pos()
}

// dayTests looks for tests of a date.
type dayTests struct {
	p    *Program
	seen map[*ssa.Function]bool
}

// before reports whether control comes to a block only after a test of t.
func (d *dayTests) before(t ssa.Value, block *ssa.BasicBlock) bool {
	if phi, ok := flow.Resolve(t).(*ssa.Phi); ok && d.p.chosenByDay(phi) {
		return true
	}
	for _, cond := range flow.ConditionsAt(block) {
		if d.tests(cond.X, t) || d.tests(cond.Y, t) || d.asks(cond, t) {
			return true
		}
	}
	return d.p.present(t) && d.p.early(block) || d.atCallers(t, block.Parent())
}

// atCallers reports whether all callers of a function test what they pass for
// t, a parameter, or the present if t is that.
func (d *dayTests) atCallers(t ssa.Value, fn *ssa.Function) bool {
	if d.seen[fn] {
		return false
	}
	d.seen[fn] = true
	now := d.p.present(t)
	if now && fn.Parent() != nil {
		made := blockOf(fn)
		return made != nil && d.before(t, made)
	}
	obj := fn.Object()
	calls := d.p.parts.callers[fn]
	if obj == nil || obj.Exported() || len(calls) == 0 || d.p.parts.taken()[fn] {
		return false
	}
	param, isParam := flow.Resolve(t).(*ssa.Parameter)
	if !isParam && !now {
		return false
	}
	index := slices.Index(fn.Params, param)
	for _, call := range calls {
		arg := t
		if args := flow.Args(call); 0 <= index && index < len(args) {
			arg = args[index]
		}
		if !d.before(arg, call.Block()) {
			return false
		}
	}
	return true
}

// blockOf returns the block that makes a function literal, if it is one of a
// function.
func blockOf(lit *ssa.Function) *ssa.BasicBlock {
	for _, block := range lit.Parent().Blocks {
		for _, instr := range block.Instrs {
			for _, op := range instr.Operands(nil) {
				if *op == ssa.Value(lit) {
					return block
				}
			}
		}
	}
	return nil
}

// tests reports whether v is the day or the month of t, or of the present if t
// is that.
func (d *dayTests) tests(v, t ssa.Value) bool {
	if d.p.ofDay(t, v) {
		return true
	}
	of, ok := d.p.readFrom(v, "(time.Time).Day")
	return ok && d.p.present(of) && d.p.present(t)
}

// asks reports whether a condition is the outcome of a function of the package
// that t is passed to, and that compares its day with one that every month has.
func (d *dayTests) asks(cond flow.Cond, t ssa.Value) bool {
	call, ok := flow.Resolve(cond.X).(*ssa.Call)
	if !ok || call.Call.IsInvoke() {
		return false
	}
	fn := d.p.source(flow.Target(call))
	args := flow.Args(call)
	if fn == nil || len(args) != len(fn.Params) {
		return false
	}
	for i, arg := range args {
		if isTime(arg.Type()) && flow.Same(arg, t) && d.p.comparesDay(fn, fn.Params[i]) {
			return true
		}
	}
	return false
}

// comparesDay reports whether a function compares the day of a parameter with
// one that every month has.
func (p *Program) comparesDay(fn *ssa.Function, param *ssa.Parameter) bool {
	for _, block := range fn.Blocks {
		for _, instr := range block.Instrs {
			test, ok := instr.(*ssa.BinOp)
			if !ok {
				continue
			}
			of, isDay := p.readFrom(test.X, "(time.Time).Day")
			k, isConst := test.Y.(*ssa.Const)
			if !isDay || !isConst || k.Value == nil || !flow.Same(of, param) {
				continue
			}
			if day, exact := constant.Int64Val(constant.ToInt(k.Value)); exact && 1 <= day && day <= lastCommonDay {
				return true
			}
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
