package guard

import (
	"go/constant"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/flow"
)

// recovered returns what holds when a deferred function has caught a panic and
// fn returns with the outcome of check after all; nil if that cannot be.
func (p *Package) recovered(fn *ssa.Function, check Check) state {
	if fn.Recover == nil || !p.recoversWith(fn, check) {
		return nil
	}
	var all state
	for _, block := range fn.Blocks {
		for _, instr := range block.Instrs {
			deferred, ok := instr.(*ssa.Defer)
			if !ok || !p.swallows(p.target(deferred)) {
				continue
			}
			for _, thrower := range p.throwers(fn) {
				if comesBefore(deferred, thrower) {
					all = meet(all, p.before(thrower))
				}
			}
		}
	}
	return all
}

// recoversWith reports whether what fn returns after a panic can have the
// outcome of check: results that were not set yet are zero.
func (p *Package) recoversWith(fn *ssa.Function, check Check) bool {
	ret, ok := fn.Recover.Instrs[len(fn.Recover.Instrs)-1].(*ssa.Return)
	if !ok {
		return false
	}
	zero := func(result int, when Outcome) bool {
		if result < 0 {
			return true
		}
		v := ret.Results[result]
		if load, ok := v.(*ssa.UnOp); ok && isSet(load.X) {
			return false
		}
		return when.judge(equal, zeroOf(v.Type())) != refused
	}
	return zero(check.Result, check.When) && zero(check.Err, Nil)
}

// isSet reports whether a result is set, or may be, other than by a return
// statement.
func isSet(result ssa.Value) bool {
	for _, ref := range *result.Referrers() {
		switch ref := ref.(type) {
		case *ssa.UnOp, *ssa.DebugRef:
		case *ssa.Store:
			if !returnsNext(ref) {
				return true
			}
		case *ssa.MakeClosure:
			if setsCaptured(ref, result) {
				return true
			}
		default:
			return true
		}
	}
	return false
}

// setsCaptured reports whether a closure stores to a variable that it captures,
// or hands it on.
func setsCaptured(closure *ssa.MakeClosure, variable ssa.Value) bool {
	for i, b := range closure.Bindings {
		if b != variable {
			continue
		}
		for _, ref := range *closure.Fn.(*ssa.Function).FreeVars[i].Referrers() {
			if _, load := ref.(*ssa.UnOp); !load {
				return true
			}
		}
	}
	return false
}

// returnsNext reports whether nothing that could panic comes between a store
// and the return from the function.
func returnsNext(store *ssa.Store) bool {
	behind := false
	for _, instr := range store.Block().Instrs {
		switch instr := instr.(type) {
		case *ssa.Store:
			behind = behind || instr == store
		case *ssa.Call:
			if behind {
				return false
			}
		case *ssa.Return:
			return true
		}
	}
	return false
}

func zeroOf(t types.Type) *ssa.Const {
	basic, _ := t.Underlying().(*types.Basic)
	var value constant.Value
	switch {
	case basic == nil:
	case basic.Info()&types.IsBoolean != 0:
		value = constant.MakeBool(false)
	case basic.Info()&types.IsString != 0:
		value = constant.MakeString("")
	case basic.Info()&types.IsNumeric != 0:
		value = constant.MakeInt64(0)
	}
	return ssa.NewConst(value, t)
}

// swallows reports whether a deferred function, which may be nil, catches
// panics and returns then.
func (p *Package) swallows(fn *ssa.Function) bool {
	caught := recovery(fn)
	if caught == nil {
		return false
	}
	for _, block := range fn.Blocks {
		if _, ok := block.Instrs[len(block.Instrs)-1].(*ssa.Return); !ok || block == fn.Recover {
			continue
		}
		panicked := true
		for _, c := range p.conditionsAt(block) {
			x, op, y, ok := p.withConstant(c)
			if ok && p.resolve(x) == caught && Nil.judge(op, y) == accepted {
				panicked = false
			}
		}
		if panicked {
			return true
		}
	}
	return false
}

// recovery returns the call of recover in a function, nil for none.
func recovery(fn *ssa.Function) *ssa.Call {
	if fn == nil {
		return nil
	}
	for call := range flow.Calls(fn) {
		if b, ok := call.Common().Value.(*ssa.Builtin); ok && b.Name() == "recover" {
			if call, ok := call.(*ssa.Call); ok {
				return call
			}
		}
	}
	return nil
}

// throwers returns the instructions of a function that panic on purpose: panic
// itself, and calls of what does so on some path.
func (p *Package) throwers(fn *ssa.Function) []ssa.Instruction {
	if known, ok := p.throwing[fn]; ok {
		return known
	}
	p.throwing[fn] = nil // by recursion alone no function panics
	var out []ssa.Instruction
	for _, block := range fn.Blocks {
		out = append(out, p.throwersIn(block)...)
	}
	p.throwing[fn] = out
	return out
}

func (p *Package) throwersIn(block *ssa.BasicBlock) []ssa.Instruction {
	var out []ssa.Instruction
	for _, instr := range block.Instrs {
		switch instr := instr.(type) {
		case *ssa.Panic:
			out = append(out, instr)
		case *ssa.Call:
			if p.throws(instr) {
				out = append(out, instr)
			}
			if flow.Stops(instr) {
				return out // the panic that SSA has behind it is never reached
			}
		}
	}
	return out
}

// comesBefore reports whether an instruction is executed before another
// whenever that is.
func comesBefore(a, b ssa.Instruction) bool {
	if a.Block() != b.Block() {
		return a.Block().Dominates(b.Block())
	}
	instrs := a.Block().Instrs
	return slices.Index(instrs, a) < slices.Index(instrs, b)
}

func (p *Package) throws(call *ssa.Call) bool {
	if callee := flow.Callee(call); callee != nil && flow.Stops(call) && strings.HasPrefix(callee.Name(), "Panic") {
		return true
	}
	fn := p.target(call)
	if fn == nil || len(p.throwers(fn)) == 0 {
		return false
	}
	for inner := range flow.Calls(fn) {
		if deferred, ok := inner.(*ssa.Defer); ok && p.swallows(p.target(deferred)) {
			return false
		}
	}
	return true
}
