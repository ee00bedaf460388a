package vetted

import (
	"go/ast"
	"go/constant"
	"go/types"
	"slices"

	"github.com/leapguard/leapguard/internal/calendar/bounds"
	"github.com/leapguard/leapguard/internal/rule"
)

// A place is a node of a package, and what is around it, from the file on.
type place struct {
	src   *rule.Source
	node  ast.Node
	stack []ast.Node
}

// around returns the n-th node outwards, parentheses aside; nil where there is none.
func (p place) around(n int) ast.Node {
	for _, node := range slices.Backward(p.stack) {
		if _, ok := node.(*ast.ParenExpr); ok {
			continue
		}
		if n--; n == 0 {
			return node
		}
	}
	return nil
}

// out returns the place of the next node outwards.
func (p place) out() place {
	i := len(p.stack) - 1
	return place{p.src, p.stack[i], p.stack[:i]}
}

// function returns the declaration that holds a place, or nil.
func (p place) function() *ast.FuncDecl {
	for _, node := range p.stack {
		if fn, ok := node.(*ast.FuncDecl); ok {
			return fn
		}
	}
	return nil
}

// each calls f for the nodes below root, as long as f says so.
func each(src *rule.Source, root ast.Node, above []ast.Node, f func(place) bool) bool {
	going := true
	ast.PreorderStack(root, above, func(n ast.Node, stack []ast.Node) bool {
		going = going && f(place{src, n, stack})
		return going
	})
	return going
}

// everywhere calls f for the nodes of the files of packages, as long as f says so.
func everywhere(sources []*rule.Source, f func(place) bool) bool {
	for _, src := range sources {
		for _, file := range src.Files {
			if !each(src, file, nil, f) {
				return false
			}
		}
	}
	return true
}

// is reports whether an identifier stands for an object.
func (o Object) is(src *rule.Source, id *ast.Ident) bool {
	if id.Name != o.Name {
		return false
	}
	obj := src.Info.ObjectOf(id)
	return obj != nil && objectAt(src.Fset, obj) == o
}

// isSelected reports whether an expression is a field or variable itself.
func (o Object) isSelected(src *rule.Source, e ast.Expr) bool {
	switch e := e.(type) {
	case *ast.Ident:
		return o.is(src, e)
	case *ast.SelectorExpr:
		return o.is(src, e.Sel)
	}
	return false
}

// number returns the value of a constant integer.
func number(src *rule.Source, e ast.Expr) (int64, bool) {
	return integer(src.Info.Types[e].Value)
}

func integer(v constant.Value) (int64, bool) {
	if v == nil {
		return 0, false
	}
	if v = constant.ToInt(v); v.Kind() != constant.Int {
		return 0, false
	}
	return constant.Int64Val(v)
}

func contains(r bounds.Range, n int64) bool { return r.Min <= n && n <= r.Max }

// isConversion reports whether a call is a conversion to integers.
func isConversion(src *rule.Source, call *ast.CallExpr) bool {
	tv := src.Info.Types[call.Fun]
	return tv.IsType() && len(call.Args) == 1 && isInteger(tv.Type) && isInteger(src.Info.TypeOf(call.Args[0]))
}

func isInteger(t types.Type) bool {
	if t == nil {
		return false
	}
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&types.IsInteger != 0
}

// builtin returns the name of the function of the language that a call calls, or "".
func builtin(src *rule.Source, call *ast.CallExpr) string {
	if id, ok := ast.Unparen(call.Fun).(*ast.Ident); ok {
		if b, ok := src.Info.Uses[id].(*types.Builtin); ok {
			return b.Name()
		}
	}
	return ""
}
