package vetted

import (
	"go/ast"
	"go/token"
	"slices"

	"github.com/leapguard/leapguard/internal/rule"
)

// passed reports whether all callers of a function are known, and none passes a bad
// number.
func (a *asker) passed(o Origin) bool {
	calls, ok := a.calls(o.Package, o.Object)
	return ok && !slices.ContainsFunc(calls, func(call place) bool {
		arg, ok := argument(call, o.Param)
		return !ok || !a.good(arg, o.Bad)
	})
}

// calls returns the calls of a function: at least one, and all that there are.
func (a *asker) calls(pkg string, fn Object) ([]place, bool) {
	exported := token.IsExported(fn.Name)
	if exported && !(a.whole && a.code.Closed(pkg)) {
		return nil, false
	}
	sources := a.code.Using(pkg, fn.Name)
	if isMethod(sources, fn) && a.code.Declares(fn.Name) {
		return nil, false
	}
	var calls []place
	known := everywhere(sources, func(p place) bool {
		id, ok := p.node.(*ast.Ident)
		if !ok || !fn.is(p.src, id) || p.src.Info.Defs[id] != nil {
			return true
		}
		call, ok := callOf(p)
		if ok {
			calls = append(calls, call)
		}
		return ok
	})
	return calls, known && len(calls) > 0
}

// isMethod reports whether a function has a receiver.
func isMethod(sources []*rule.Source, fn Object) bool {
	found := false
	everywhere(sources, func(p place) bool {
		decl, ok := p.node.(*ast.FuncDecl)
		found = found || ok && decl.Recv != nil && fn.is(p.src, decl.Name)
		return !found
	})
	return found
}

// callOf returns the call of the function that a name stands for, if it is called.
func callOf(p place) (place, bool) {
	for {
		fun := p.node
		p = p.out()
		switch n := p.node.(type) {
		case *ast.SelectorExpr:
			if n.Sel != fun || p.src.Info.Types[n.X].IsType() {
				return p, false
			}
		case *ast.ParenExpr, *ast.IndexListExpr:
		case *ast.IndexExpr:
			if n.X != fun {
				return p, false
			}
		case *ast.CallExpr:
			p.stack = slices.Clone(p.stack)
			return p, n.Fun == fun
		default:
			return p, false
		}
	}
}

// argument returns the place of an argument of a call.
func argument(call place, i int) (place, bool) {
	c := call.node.(*ast.CallExpr)
	if i >= len(c.Args) || c.Ellipsis.IsValid() {
		return call, false
	}
	return place{call.src, c.Args[i], append(slices.Clone(call.stack), c)}, true
}

// ordered reports whether something in the module sees to it that the first of two
// origins is more than the second.
func (a *asker) ordered(more, less Origin) bool {
	if a.steps--; a.steps <= 0 {
		return false
	}
	if more.Param < 0 && less.Param < 0 {
		return a.compared(more, less)
	}
	if more.Package != less.Package || more.Object != less.Object {
		return false
	}
	calls, ok := a.calls(more.Package, more.Object)
	return ok && !slices.ContainsFunc(calls, func(call place) bool {
		x, ok := argument(call, more.Param)
		y, ok2 := argument(call, less.Param)
		return !ok || !ok2 || !a.orderedAt(x, y)
	})
}

func (a *asker) orderedAt(x, y place) bool {
	m, ok := number(x.src, x.node.(ast.Expr))
	n, ok2 := number(y.src, y.node.(ast.Expr))
	if ok || ok2 {
		return ok && ok2 && m > n
	}
	more, ok := a.originAt(x)
	less, ok2 := a.originAt(y)
	return ok && ok2 && a.ordered(more, less)
}

// compared reports whether some condition orders two fields.
func (a *asker) compared(x, y Origin) bool {
	sources := a.code.Using(x.Package, x.Object.Name)
	return !everywhere(sources, func(p place) bool {
		cmp, ok := p.node.(*ast.BinaryExpr)
		if !ok || !isOrder(cmp.Op) {
			return true
		}
		return !(mentions(p.src, cmp.X, x.Object) && mentions(p.src, cmp.Y, y.Object) ||
			mentions(p.src, cmp.X, y.Object) && mentions(p.src, cmp.Y, x.Object))
	})
}

func isOrder(op token.Token) bool {
	switch op {
	case token.LSS, token.LEQ, token.GTR, token.GEQ:
		return true
	}
	return false
}

// mentions reports whether a name below a node stands for an object.
func mentions(src *rule.Source, root ast.Node, o Object) bool {
	found := false
	ast.Inspect(root, func(n ast.Node) bool {
		id, ok := n.(*ast.Ident)
		found = found || ok && o.is(src, id)
		return !found
	})
	return found
}
