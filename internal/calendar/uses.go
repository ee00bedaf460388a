package calendar

import (
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/flow"
)

// Uses reports whether the package uses one of the functions and methods of
// package time that are given by their names as [flow.Name] writes them. It
// costs no SSA.
func (p *Program) Uses(names ...string) bool {
	return p.concerns != nil && slices.ContainsFunc(names, func(name string) bool { return p.concerns.time[name] })
}

// MovesToFirst reports whether a call of AddDate moves its receiver to the
// first of a month by the receiver's own day, as t.AddDate(0, 0, 1-t.Day()).
func (p *Program) MovesToFirst(call *ssa.Call) bool {
	p.init()
	p.mu.Lock()
	defer p.mu.Unlock()
	args := flow.Args(call)
	return p.isCall(call, "(time.Time).AddDate") && p.anchors(args[3], args[0])
}

// ReadFrom returns the time of which v is the year, month or day, given by the
// name of the method that reads it, such as "(time.Time).Month"; conversions
// do not matter.
func (p *Program) ReadFrom(v ssa.Value, method string) (t ssa.Value, ok bool) {
	p.init()
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.readFrom(v, method)
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

// SameTime reports whether two values are surely the same time.
func (p *Program) SameTime(a, b ssa.Value) bool { return p.same(a, b) }
