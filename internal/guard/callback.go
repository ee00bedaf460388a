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
// that is called is not known, or takes it as several.
func (p *Package) taker(call ssa.CallInstruction, fn *ssa.Function) *ssa.Parameter {
	args, target := flow.Args(call), p.target(call)
	if maker, ok := p.resolve(call.Common().Value).(*ssa.Call); ok && !call.Common().IsInvoke() {
		target = p.returned(p.target(maker))
	}
	if target == nil || len(target.Params) != len(args) {
		return nil
	}
	var taker *ssa.Parameter
	for i, arg := range args {
		if functionIn(arg) != fn {
			continue
		}
		if taker != nil {
			return nil
		}
		taker = target.Params[i]
	}
	return taker
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

// calledBack reports whether a function that is passed in a call is called only
// where the object, which lies outside of it, was checked: as another argument
// of that call, say.
func (l *leaving) calledBack(call ssa.CallInstruction, fn *ssa.Function) bool {
	taker := l.p.taker(call, fn)
	return l.p.onlyCalled(taker, func(back *ssa.Call) bool {
		st := l.p.before(back)
		if st == nil || st.holds(l.effect.Kind, l.path, l.site.name) {
			return true
		}
		for i, arg := range flow.Args(call) {
			outside, ok := l.p.pathOf(arg)
			if !ok || !l.path.HasPrefix(outside) {
				continue
			}
			inside, ok := flow.PathOf(taker.Parent().Params[i])
			for _, f := range l.path.Fields()[len(outside.Fields()):] {
				inside = inside.Field(f)
			}
			if ok && st.holds(l.effect.Kind, inside, l.site.name) {
				return true
			}
		}
		return false
	})
}

// callsBack reports whether a function does nothing with a parameter, which may
// be nil, but call it with arguments of which the one with the given index was
// checked.
func (l *leaving) callsBack(callback *ssa.Parameter, arg int) bool {
	return l.p.onlyCalled(callback, func(call *ssa.Call) bool { return l.checkedArg(call, arg) })
}

// onlyCalled reports whether a parameter, which may be nil, is called, and all
// that happens to it are calls of which ok is true.
func (p *Package) onlyCalled(param *ssa.Parameter, ok func(*ssa.Call) bool) bool {
	if param == nil {
		return false
	}
	calls, all := callsOf(param, make(map[ssa.Value]bool))
	return all && len(calls) > 0 && !slices.ContainsFunc(calls, func(call *ssa.Call) bool { return !ok(call) })
}

// callsOf returns the calls of a function that v is, or that is in the variable
// v. It reports false if the function is used otherwise.
func callsOf(v ssa.Value, seen map[ssa.Value]bool) (calls []*ssa.Call, all bool) {
	if seen[v] {
		return nil, true
	}
	seen[v] = true
	for _, ref := range *v.Referrers() {
		var same ssa.Value // what the function is, or is in, too
		switch ref := ref.(type) {
		case *ssa.DebugRef:
			continue
		case *ssa.Call:
			if ref.Call.Value != v || slices.Contains(ref.Call.Args, v) {
				return nil, false
			}
			calls = append(calls, ref)
			continue
		case *ssa.Store:
			if ref.Addr == v {
				continue
			}
			if same, all = ref.Addr.(*ssa.Alloc); !all {
				return nil, false
			}
		case *ssa.UnOp:
			same = ref
		case *ssa.MakeClosure:
			same = ref.Fn.(*ssa.Function).FreeVars[slices.Index(ref.Bindings, v)]
		default:
			return nil, false
		}
		more, all := callsOf(same, seen)
		if !all {
			return nil, false
		}
		calls = append(calls, more...)
	}
	return calls, true
}

func (l *leaving) checkedArg(call *ssa.Call, arg int) bool {
	st := l.p.before(call)
	path, ok := l.p.pathOf(call.Call.Args[arg])
	for _, f := range l.path.Fields() {
		path = path.Field(f)
	}
	return st == nil || ok && st.holds(l.effect.Kind, path, l.site.name)
}
