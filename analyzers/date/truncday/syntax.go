package truncday

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"regexp"
	"slices"

	"github.com/leapguard/leapguard/internal/rule"
)

// cuts reports, by syntax and types alone, whether a package truncates
// something to a number of units that may be constant: most only drop fractions
// of a second, for which no SSA need be built.
func cuts(pass *rule.Pass, unit int64) bool {
	for n := range pass.Nodes() {
		call, ok := n.(*ast.CallExpr)
		if !ok || len(call.Args) != 1 {
			continue
		}
		if sel, ok := call.Fun.(*ast.SelectorExpr); ok && (sel.Sel.Name == "Truncate" || sel.Sel.Name == "Round") {
			if value := pass.TypesInfo.Types[call.Args[0]].Value; value == nil || whole(value, unit) {
				return true
			}
		}
	}
	return false
}

func whole(value constant.Value, unit int64) bool {
	d, ok := constant.Int64Val(constant.ToInt(value))
	return ok && d > 0 && d%unit == 0
}

// underToday reports whether an expression stands where a flag or a text has
// told that it is about today, or the day before or after: in the body of
// `if showToday`, or in `case "today"`.
func (c *check) underToday(expr ast.Expr) bool {
	return slices.ContainsFunc(c.pass.Enclosing(expr), func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.IfStmt:
			return n.Body.Pos() <= expr.Pos() && expr.End() <= n.Body.End() && c.asksForToday(n.Cond)
		case *ast.CaseClause:
			return slices.ContainsFunc(n.List, c.asksForToday)
		}
		return false
	})
}

// asksForToday reports whether a condition is that a flag, by its name, or a text
// says today, or what is next to it.
func (c *check) asksForToday(cond ast.Expr) bool {
	switch e := ast.Unparen(cond).(type) {
	case *ast.BinaryExpr:
		switch e.Op {
		case token.LAND:
			return c.asksForToday(e.X) || c.asksForToday(e.Y)
		case token.EQL:
			return c.saysToday(e.X) || c.saysToday(e.Y)
		}
		return false
	case *ast.StarExpr:
		return c.asksForToday(e.X)
	case *ast.Ident, *ast.SelectorExpr:
		return near.MatchString(last(e)) && isFlag(c.pass.TypesInfo.TypeOf(e)) || c.saysToday(e)
	}
	return c.saysToday(cond)
}

// near matches names and texts about a day that is known by today's date.
var near = regexp.MustCompile(`(?i)today|tomorrow|yesterday`)

// saysToday reports whether an expression is a constant text of that kind.
func (c *check) saysToday(e ast.Expr) bool {
	value := c.pass.TypesInfo.Types[e].Value
	return value != nil && value.Kind() == constant.String && near.MatchString(constant.StringVal(value))
}

// isFlag reports whether a type is bool, or a pointer to it as package flag
// yields.
func isFlag(t types.Type) bool {
	if ptr, ok := t.Underlying().(*types.Pointer); ok {
		t = ptr.Elem()
	}
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&types.IsBoolean != 0
}
