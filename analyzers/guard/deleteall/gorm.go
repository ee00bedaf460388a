package deleteall

import (
	"go/ast"
	"go/constant"
	"slices"

	"github.com/leapguard/leapguard/internal/syntax"
)

const gorm = "gorm.io/gorm"

// global reports the field AllowGlobalUpdate, set to true, in the configuration of a connection,
// and in a session that deletes or changes an object whose key may be zero.
func (c *check) global(kv *ast.KeyValueExpr) {
	if v := c.pass.TypesInfo.Types[kv.Value].Value; v == nil || v.Kind() != constant.Bool || !constant.BoolVal(v) {
		return
	}
	enclosing := c.pass.Enclosing(kv)
	lit, ok := enclosing[len(enclosing)-1].(*ast.CompositeLit)
	if !ok {
		return
	}
	switch t := c.pass.TypesInfo.TypeOf(lit); {
	case syntax.IsNamed(t, gorm, "Config"):
		c.pass.Reportf(kv, "AllowGlobalUpdate lets every Delete and Update of this connection that has no condition concern all rows")
	case syntax.IsNamed(t, gorm, "Session"):
		c.session(enclosing)
	}
}

// session reports the call at the end of a chain of methods that begins with a
// session for all rows, if it is about one object.
func (c *check) session(enclosing []ast.Node) {
	var one ast.Expr
	for i, n := range slices.Backward(enclosing) {
		call, ok := n.(*ast.CallExpr)
		if !ok {
			if _, ok := n.(ast.Stmt); ok {
				return
			}
			continue
		}
		switch name := syntax.CalledName(call); name {
		case "Where", "Not", "Or", "Joins", "Limit", "Clauses", "Scopes":
			return
		case "Model":
			if len(call.Args) == 1 && !isEmptyLiteral(call.Args[0]) {
				one = call.Args[0]
			}
		case "Delete", "Update", "Updates", "UpdateColumn", "UpdateColumns":
			if name == "Delete" && len(call.Args) == 1 && c.isObject(call.Args[0]) {
				one = call.Args[0]
			}
			if one != nil && i > 0 && !c.intends(call) {
				c.pass.Reportf(call, "%s with a zero key in %s concerns all rows: the session has AllowGlobalUpdate set", name, syntax.Text(one))
			}
			return
		}
	}
}

// isObject reports whether an expression is a variable or its address, rather
// than a literal that stands for its type.
func (c *check) isObject(e ast.Expr) bool {
	e = ast.Unparen(e)
	if addr, ok := e.(*ast.UnaryExpr); ok {
		e = ast.Unparen(addr.X)
	}
	switch e.(type) {
	case *ast.Ident, *ast.SelectorExpr:
		return true
	}
	return false
}
