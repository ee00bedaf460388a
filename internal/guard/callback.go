package guard

import (
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/flow"
)

// handed reports whether the object is part of a parameter of fn, and fn is
// passed to functions of this package only that call it with checked objects,
// as iterators call the body of a range loop.
func (l *leaving) handed(fn *ssa.Function) bool {
	param := slices.IndexFunc(fn.Params, func(param *ssa.Parameter) bool { return l.path.Root() == param })
	if param < 0 || slices.ContainsFunc(l.path.Fields(), isElement) {
		return false
	}
	uses := l.p.uses().uses[fn]
	for _, u := range uses {
		if u.how != passed || !l.callsBack(l.p.taker(u.instr.(ssa.CallInstruction), fn), param) {
			return false
		}
	}
	return len(uses) > 0
}

// taker returns the parameter that takes fn in a call, nil where the function
// that is called is not known.
func (p *Package) taker(call ssa.CallInstruction, fn *ssa.Function) *ssa.Parameter {
	args, target := flow.Args(call), p.target(call)
	if maker, ok := p.resolve(call.Common().Value).(*ssa.Call); ok && !call.Common().IsInvoke() {
		target = p.returned(p.target(maker))
	}
	i := slices.IndexFunc(args, func(arg ssa.Value) bool { return functionIn(arg) == fn })
	if target == nil || i < 0 || len(target.Params) != len(args) {
		return nil
	}
	return target.Params[i]
}

// returned returns the function that a function, which may be nil, returns
// always; nil if that is not known.
func (p *Package) returned(fn *ssa.Function) *ssa.Function {
	if fn == nil {
		return nil
	}
	var only *ssa.Function
	for _, block := range fn.Blocks {
		ret, ok := block.Instrs[len(block.Instrs)-1].(*ssa.Return)
		if !ok || block == fn.Recover || len(ret.Results) != 1 {
			continue
		}
		result := functionIn(p.resolve(ret.Results[0]))
		if result == nil || only != nil && result != only {
			return nil
		}
		only = result
	}
	return only
}

// callsBack reports whether a function does nothing with a parameter, which may
// be nil, but call it with arguments of which the one with the given index was
// checked.
func (l *leaving) callsBack(callback *ssa.Parameter, arg int) bool {
	if callback == nil {
		return false
	}
	called := false
	for _, ref := range *callback.Referrers() {
		switch ref := ref.(type) {
		case *ssa.DebugRef:
		case *ssa.Call:
			if ref.Call.Value != callback || !l.checkedArg(ref, arg) {
				return false
			}
			called = true
		default:
			return false
		}
	}
	return called
}

func (l *leaving) checkedArg(call *ssa.Call, arg int) bool {
	st := l.p.before(call)
	path, ok := l.p.pathOf(call.Call.Args[arg])
	for _, f := range l.path.Fields() {
		path = path.Field(f)
	}
	return st == nil || ok && st.holds(l.effect.Kind, path, l.site.basic)
}
