package vetted

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"github.com/leapguard/leapguard/internal/calendar/bounds"
)

// good reports whether an expression surely is no bad number.
func (a *asker) good(p place, bad bounds.Range) bool {
	if bad.Min > bad.Max {
		return true
	}
	if a.steps--; a.steps <= 0 {
		return false
	}
	e := p.node.(ast.Expr)
	if tv := p.src.Info.Types[e]; tv.Value != nil {
		n, ok := integer(tv.Value)
		return ok && !contains(bad, n)
	}
	if a.guarded(p, bad) {
		return true
	}
	switch e := e.(type) {
	case *ast.ParenExpr:
		return a.good(p.in(e.X), bad)
	case *ast.BinaryExpr:
		return a.goodOperation(p, e, bad)
	case *ast.CallExpr:
		return a.goodCall(p, e, bad)
	case *ast.Ident, *ast.SelectorExpr:
		v := variable(p)
		if v != nil && !a.goodLocal(p, v, bad) {
			return false
		}
		o, ok := a.originAt(p)
		o.Bad = bad
		return ok && a.clears(o) || v != nil && v.Kind() == types.LocalVar
	}
	return false
}

// in returns the place of a child.
func (p place) in(child ast.Node) place {
	return place{p.src, child, append(slices.Clone(p.stack), p.node)}
}

func (a *asker) goodOperation(p place, e *ast.BinaryExpr, bad bounds.Range) bool {
	x, y := e.X, e.Y
	k, ok := number(p.src, y)
	if !ok && (e.Op == token.MUL || e.Op == token.ADD) {
		x, y = y, x
		k, ok = number(p.src, y)
	}
	if !ok {
		return false
	}
	before, ok := inverse(e.Op, k, bad)
	return ok && a.good(p.in(x), before)
}

// goodCall: a conversion, min or max.
func (a *asker) goodCall(p place, call *ast.CallExpr, bad bounds.Range) bool {
	if isConversion(p.src, call) {
		return a.good(p.in(call.Args[0]), bad)
	}
	name := builtin(p.src, call)
	if name != "min" && name != "max" {
		return false
	}
	all := true
	for _, arg := range call.Args {
		k, ok := number(p.src, arg)
		if ok && (name == "max" && k > bad.Max || name == "min" && k < bad.Min) {
			return true
		}
		all = all && a.good(p.in(arg), bad)
	}
	return all
}

// variable returns the variable or field that an expression is, or nil.
func variable(p place) *types.Var {
	var id *ast.Ident
	switch e := p.node.(type) {
	case *ast.Ident:
		id = e
	case *ast.SelectorExpr:
		id = e.Sel
	}
	v, _ := p.src.Info.ObjectOf(id).(*types.Var)
	if v == nil {
		return nil
	}
	return v.Origin()
}

// originAt returns the field, variable of a package or parameter that an expression
// is.
func (a *asker) originAt(p place) (Origin, bool) {
	v := variable(p)
	if v == nil || v.Pkg() == nil {
		return Origin{}, false
	}
	switch v.Kind() {
	case types.FieldVar, types.PackageVar:
		if sel, ok := p.node.(*ast.SelectorExpr); ok && v.IsField() && isWrapper(v, p.src.Info.TypeOf(sel.X)) {
			outer := variable(p.in(ast.Unparen(sel.X)))
			if outer == nil || outer.Pkg() == nil || outer.Kind() != types.FieldVar {
				return Origin{}, false
			}
			return Origin{Package: outer.Pkg().Path(), Object: objectAt(p.src.Fset, outer), Param: -1, Wrapped: v.Name()}, true
		}
		return Origin{Package: v.Pkg().Path(), Object: objectAt(p.src.Fset, v), Param: -1}, true
	case types.ParamVar:
		return parameterAt(p, v)
	}
	return Origin{}, false
}

// parameterAt returns the origin that a parameter of the declared function around it
// is.
func parameterAt(p place, v *types.Var) (Origin, bool) {
	decl := p.function()
	if decl == nil {
		return Origin{}, false
	}
	fn, ok := p.src.Info.Defs[decl.Name].(*types.Func)
	if !ok || fn.Signature().Variadic() {
		return Origin{}, false
	}
	i := slices.Index(slices.Collect(fn.Signature().Params().Variables()), v)
	return Origin{Package: fn.Pkg().Path(), Object: objectAt(p.src.Fset, fn), Param: i}, i >= 0
}

// goodLocal reports whether no bad number is assigned to a variable or parameter
// within its function.
func (a *asker) goodLocal(p place, v *types.Var, bad bounds.Range) bool {
	decl := p.function()
	if v.Kind() != types.LocalVar && v.Kind() != types.ParamVar {
		return true
	}
	if decl == nil || decl.Body == nil {
		return false
	}
	set := false
	known := each(p.src, decl.Body, []ast.Node{decl}, func(at place) bool {
		id, ok := at.node.(*ast.Ident)
		if !ok || p.src.Info.ObjectOf(id) != v {
			return true
		}
		value, w := at.written()
		if w == value0 && !contains(bad, 0) || w == unwritten {
			return true
		}
		set = true
		return w == assignedTo && value.node != p.node && a.good(value, bad)
	})
	return known && (set || v.Kind() == types.ParamVar)
}
