package noyear

import (
	"go/token"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/flow"
)

// handled reports whether the code around a graft looks where in the year the
// two times are, or corrects the year: in the function itself, in those that
// call it, or in one that gets the result together with the present.
func (c *check) handled(g graft) bool {
	fn := outermost(g.call.Parent())
	around := []*ssa.Function{fn}
	for _, other := range c.flow.Funcs() {
		for call := range flow.Calls(other) {
			if target := flow.Target(call); target != nil && outermost(target) == fn && outermost(other) != fn {
				around = append(around, outermost(other))
			}
		}
	}
	for _, other := range c.flow.Funcs() {
		if slices.Contains(around, outermost(other)) && c.turns(other) {
			return true
		}
	}
	return c.compared(g)
}

func outermost(fn *ssa.Function) *ssa.Function {
	for fn.Parent() != nil {
		fn = fn.Parent()
	}
	return fn
}

// turns reports whether a function deals with the turn of a year: it moves a
// time by a constant number of years, counts years up or down, or compares
// months or days.
func (c *check) turns(fn *ssa.Function) bool {
	for _, block := range fn.Blocks {
		for _, instr := range block.Instrs {
			switch instr := instr.(type) {
			case *ssa.BinOp:
				if c.turnsBy(instr) {
					return true
				}
			case *ssa.Call:
				if !isTime(instr, "AddDate") {
					continue
				}
				if years, ok := c.flow.Fold(flow.Args(instr)[1]); ok && years.String() != "0" {
					return true
				}
			}
		}
	}
	return false
}

func (c *check) turnsBy(op *ssa.BinOp) bool {
	parts := []string{"Year"}
	switch op.Op {
	case token.ADD, token.SUB:
	case token.LSS, token.LEQ, token.GTR, token.GEQ, token.EQL, token.NEQ:
		parts = []string{"Month", "Day"}
	default:
		return false
	}
	for _, part := range parts {
		_, x := read(op.X, part)
		_, y := read(op.Y, part)
		if x || y {
			return true
		}
	}
	for _, v := range []ssa.Value{op.X, op.Y} {
		if call, ok := flow.Resolve(v).(*ssa.Call); ok && len(parts) == 2 && isTime(call, "YearDay") {
			return true
		}
	}
	return false
}

// compared reports whether the result of a graft is compared with another
// time, or handed on together with the present.
func (c *check) compared(g graft) bool {
	seen := make(map[ssa.Value]bool)
	work := []ssa.Value{g.call}
	for len(work) > 0 {
		v := work[len(work)-1]
		work = work[:len(work)-1]
		if seen[v] || v.Referrers() == nil {
			continue
		}
		seen[v] = true
		for _, ref := range *v.Referrers() {
			switch ref := ref.(type) {
			case *ssa.Phi:
				work = append(work, ref)
			case *ssa.Store:
				work = append(work, loads(ref.Addr)...)
			case *ssa.Call:
				if isTime(ref, moves...) {
					work = append(work, ref)
				} else if c.compares(ref, seen) || c.withPresent(ref, seen) {
					return true
				}
			}
		}
	}
	return false
}

// compares reports whether a call can tell that one of the values lies in the
// future. That it is before another time than the present does not.
func (c *check) compares(call *ssa.Call, values map[ssa.Value]bool) bool {
	if isTime(call, "Before") {
		args := flow.Args(call)
		return !values[args[0]] || c.present(args[1], nil)
	}
	return isTime(call, "After", "Compare", "Sub") || flow.IsCallTo(call, "time.Since", "time.Until")
}

// loads returns what is read from a variable.
func loads(addr ssa.Value) []ssa.Value {
	var out []ssa.Value
	if alloc, ok := addr.(*ssa.Alloc); ok {
		for _, ref := range *alloc.Referrers() {
			if load, ok := ref.(*ssa.UnOp); ok && load.Op == token.MUL {
				out = append(out, load)
			}
		}
	}
	return out
}

// withPresent reports whether the present is among the other arguments of a
// call that gets one of the values.
func (c *check) withPresent(call *ssa.Call, values map[ssa.Value]bool) bool {
	return slices.ContainsFunc(flow.Args(call), func(v ssa.Value) bool {
		return !values[v] && isTimeType(v.Type()) && c.present(v, nil)
	})
}
