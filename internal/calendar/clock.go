package calendar

import (
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/flow"
	"github.com/leapguard/leapguard/internal/syntax"
)

// isClock reports whether a function or method may tell the time: it has no
// parameters and returns a time.Time.
func isClock(fn *types.Func) bool {
	sig := fn.Signature()
	return sig.Params().Len() == 0 && sig.Results().Len() == 1 && isTime(sig.Results().At(0).Type())
}

// clock is the result of a call of a function that may tell the time: what its
// body yields, or, through an interface, what all bodies do that implement it
// where it is declared. Where that is not known, as of clocks that tests set, a
// method or function Now tells the present, in a location that is not known.
func (e *moments) clock(call *ssa.Call, callee *types.Func) (at Moment, ok bool) {
	fact := new(Yields)
	switch own := e.p.source(flow.Target(call)); {
	case call.Call.IsInvoke() && callee.Pkg() == e.p.pass.Pkg:
		at, ok = e.implemented(call, callee)
	case own != nil && !call.Call.IsInvoke():
		at, ok = e.results(own, 0)
	case e.p.pass.ImportObjectFact(callee, fact):
		at, ok = fact.Moment, true
	default:
		at, ok = Moment{}, true
		if anchored(e.p.name(callee)) {
			at.Day = FirstDay
		}
	}
	if ok && at == (Moment{}) && callee.Name() == "Now" {
		return Moment{Day: AnyDay, Now: true, Instant: true}, true
	}
	return at, ok
}

// implemented joins what the methods of the package yield that implement a
// method of one of its interfaces, for the call of which it is asked, if any.
// Those in tests do not count.
func (e *moments) implemented(call ssa.Value, method *types.Func) (at Moment, ok bool) {
	var out []ssa.Value
	iface, isInterface := method.Signature().Recv().Type().Underlying().(*types.Interface)
	if !isInterface {
		return Moment{}, true
	}
	scope := e.p.pass.Pkg.Scope()
	for _, name := range scope.Names() {
		obj, isType := scope.Lookup(name).(*types.TypeName)
		if !isType || obj.IsAlias() || types.IsInterface(obj.Type()) || e.inTest(obj) {
			continue
		}
		ptr := types.NewPointer(obj.Type())
		if named, isNamed := obj.Type().(*types.Named); !isNamed || named.TypeParams().Len() > 0 || !types.Implements(ptr, iface) {
			continue
		}
		impl, _, _ := types.LookupFieldOrMethod(ptr, false, method.Pkg(), method.Name())
		fn, isFunc := impl.(*types.Func)
		if !isFunc {
			return Moment{}, true
		}
		own := e.p.named[e.p.name(fn)]
		if own == nil || len(own.Blocks) == 0 {
			return Moment{}, true // promoted from elsewhere
		}
		out = append(out, returned(own, 0)...)
	}
	if len(out) == 0 {
		return Moment{}, true
	}
	return e.fixpoint(call, out)
}

func (e *moments) inTest(obj types.Object) bool {
	return syntax.InTest(e.p.pass, obj.Pos())
}

// exportClocks exports facts about the methods of interfaces that tell the time.
func (p *Program) exportClocks() {
	scope := p.pass.Pkg.Scope()
	for _, name := range scope.Names() {
		obj, ok := scope.Lookup(name).(*types.TypeName)
		if !ok || !obj.Exported() || obj.IsAlias() {
			continue
		}
		iface, ok := obj.Type().Underlying().(*types.Interface)
		if !ok {
			continue
		}
		for method := range iface.ExplicitMethods() {
			if method.Exported() && method.Pkg() == p.pass.Pkg && isClock(method) {
				if at := p.interfaceYields(method); at != (Moment{}) {
					p.pass.ExportObjectFact(method, &Yields{0, at})
				}
			}
		}
	}
}

// interfaceYields returns what is known of the result of a method of an
// interface of the package.
func (p *Program) interfaceYields(method *types.Func) Moment {
	p.mu.Lock()
	defer p.mu.Unlock()
	e := &moments{p: p, assumed: make(map[ssa.Value]Moment), budget: maxMoments}
	at, ok := e.implemented(nil, method)
	if !ok || e.budget <= 0 {
		return Moment{}
	}
	return at
}
