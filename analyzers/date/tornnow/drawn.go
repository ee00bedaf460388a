package tornnow

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/leapguard/leapguard/internal/syntax"
)

// drawn reports whether the text that reads are joined to holds a random number, too:
// then it is a name that is to be like no other, and nobody reads a date in it.
func (c *check) drawn(expr ast.Expr, enclosing []ast.Node) bool {
	fn := outermost(enclosing)
	if t, ok := c.pass.TypesInfo.TypeOf(expr).Underlying().(*types.Basic); fn == nil || !ok || t.Info()&types.IsString == 0 {
		return false
	}
	random := c.randomly(fn)
	found := false
	ast.Inspect(expr, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.CallExpr:
			found = found || c.draws(n)
		case *ast.Ident:
			found = found || random[c.pass.TypesInfo.ObjectOf(n)]
		}
		return !found
	})
	return found
}

// outermost returns the declaration that a node stands in, nil if that is no function.
func outermost(enclosing []ast.Node) *ast.FuncDecl {
	i := slices.IndexFunc(enclosing, func(n ast.Node) bool { _, ok := n.(*ast.FuncDecl); return ok })
	if i < 0 {
		return nil
	}
	return enclosing[i].(*ast.FuncDecl)
}

// randomly returns the variables that a function sets to random numbers, or has a
// generator fill.
func (c *check) randomly(fn *ast.FuncDecl) map[types.Object]bool {
	out := make(map[types.Object]bool)
	note := func(e ast.Expr) {
		if id, ok := ast.Unparen(e).(*ast.Ident); ok && id.Name != "_" {
			out[c.pass.TypesInfo.ObjectOf(id)] = true
		}
	}
	ast.Inspect(fn, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.AssignStmt:
			for _, value := range n.Rhs {
				if call, ok := ast.Unparen(value).(*ast.CallExpr); ok && c.draws(call) {
					note(n.Lhs[0])
				}
			}
		case *ast.CallExpr:
			if c.draws(n) && syntax.Callee(c.pass.TypesInfo, n).Name() == "Read" {
				note(n.Args[0])
			}
		}
		return true
	})
	return out
}

// draws reports whether a call draws random numbers.
func (c *check) draws(call *ast.CallExpr) bool {
	callee := syntax.Callee(c.pass.TypesInfo, call)
	return callee != nil && callee.Pkg() != nil && slices.Contains([]string{"math/rand", "math/rand/v2", "crypto/rand"}, callee.Pkg().Path())
}
