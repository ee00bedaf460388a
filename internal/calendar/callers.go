package calendar

import (
	"slices"
	"strconv"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/flow"
	"github.com/leapguard/leapguard/internal/syntax"
)

// CanBe reports whether the date b that fn reads can be 29 February as far as
// the package shows: not if b is a parameter of an unexported function whose
// callers all pass other days.
func (p *Program) CanBe(fn *ssa.Function, b Base) bool {
	param, ok := paramIndex(b.Name)
	if !ok || b.Days != 0 || fn.Object() == nil || fn.Object().Exported() {
		return true
	}
	m := p.newMachine(nil, nil)
	m.watched = fn
	for _, caller := range p.callers(fn) {
		if caller == nil {
			return true
		}
		m.steps = 0
		m.run(&frame{body: p.body(caller), root: true}, nil, make(memory))
		if m.steps >= m.bound {
			return true
		}
	}
	for _, args := range m.passed {
		if param >= len(args) || args[param].Kind != Instant {
			return true
		}
		month, day := args[param].Elems[1], args[param].Elems[2]
		if (day.Kind != Int || day.Int == 29) && (month.Kind != Int || month.Int == 2) {
			return true
		}
	}
	return len(m.passed) == 0
}

func paramIndex(name string) (int, bool) {
	digits, ok := strings.CutPrefix(name, "p")
	n, err := strconv.Atoi(digits)
	return n, ok && err == nil
}

// Checked reports whether all callers of fn compare the date that it returns
// with what was wanted. That is not known of exported functions. Of tests it
// matters only if nothing else calls fn.
func (p *Program) Checked(fn *ssa.Function) bool {
	if fn.Object() == nil || fn.Object().Exported() {
		return false
	}
	var called, unchecked struct{ code, tests bool }
	for _, f := range p.flow.Funcs() {
		for _, block := range f.Blocks {
			for _, instr := range block.Instrs {
				caller, uses := user(instr, fn)
				if !uses {
					continue
				}
				checked := caller != nil && verified(instr.(*ssa.Call))
				if p.inTest(f) {
					called.tests, unchecked.tests = true, unchecked.tests || !checked
				} else {
					called.code, unchecked.code = true, unchecked.code || !checked
				}
			}
		}
	}
	if called.code {
		return !unchecked.code
	}
	return called.tests && !unchecked.tests
}

func (p *Program) inTest(fn *ssa.Function) bool {
	return syntax.InTest(p.pass, fn.Pos())
}

// callers returns the functions that contain the uses of fn, outside of
// literals, and nil among them if some use is not a call.
func (p *Program) callers(fn *ssa.Function) []*ssa.Function {
	var out []*ssa.Function
	for _, f := range p.flow.Funcs() {
		for _, block := range f.Blocks {
			for _, instr := range block.Instrs {
				if caller, uses := user(instr, fn); uses {
					out = appendCaller(out, caller)
				}
			}
		}
	}
	return out
}

// user returns the declared function of an instruction that uses fn; nil if it
// does not just call it.
func user(instr ssa.Instruction, fn *ssa.Function) (caller *ssa.Function, uses bool) {
	call, ok := instr.(*ssa.Call)
	isCallee := ok && (call.Call.Value == fn || flow.Target(call) == fn)
	for _, op := range instr.Operands(nil) {
		if *op != ssa.Value(fn) {
			continue
		}
		if !isCallee || op != &call.Call.Value {
			return nil, true
		}
	}
	if !isCallee {
		return nil, false
	}
	caller = instr.Parent()
	for caller.Parent() != nil {
		caller = caller.Parent()
	}
	return caller, true
}

func appendCaller(list []*ssa.Function, fn *ssa.Function) []*ssa.Function {
	if slices.Contains(list, fn) {
		return list
	}
	return append(list, fn)
}

// Source returns the function of the package, or literal, that a call is known
// to run, or nil.
func (p *Program) Source(call ssa.CallInstruction) *ssa.Function {
	p.init()
	p.mu.Lock()
	defer p.mu.Unlock()
	if call.Common().IsInvoke() {
		return nil
	}
	return p.source(flow.Target(call))
}

// Callers returns the calls of a function if it is not exported and all its
// uses are calls in the package.
func (p *Program) Callers(fn *ssa.Function) []ssa.CallInstruction {
	p.init()
	p.mu.Lock()
	defer p.mu.Unlock()
	if obj := fn.Object(); obj == nil || obj.Exported() || p.parts.taken()[fn] {
		return nil
	}
	return p.parts.callers[fn]
}
