package badlayout

import (
	"go/ast"
	"go/token"
	"go/types"
	"strings"

	"github.com/leapguard/leapguard/internal/calendar/layout/reach"
	"github.com/leapguard/leapguard/internal/rule"
)

func inTest(pass *rule.Pass, l *reach.Layout) bool {
	return strings.HasSuffix(pass.Fset.Position(l.Expr.Pos()).Filename, "_test.go")
}

// failureWanted reports whether a test does not take the success of a call of
// time.Parse for granted: the error is neither dropped, nor compared with nil
// for being different, nor asserted to be nil.
func failureWanted(pass *rule.Pass, call *ast.CallExpr) bool {
	file := pass.FileOf(call.Pos())
	if file == nil {
		return true
	}
	var err types.Object
	dropped := false
	ast.Inspect(file, func(n ast.Node) bool {
		if assign, ok := n.(*ast.AssignStmt); ok && len(assign.Rhs) == 1 && ast.Unparen(assign.Rhs[0]) == call && len(assign.Lhs) == 2 {
			if id, ok := assign.Lhs[1].(*ast.Ident); ok {
				dropped = id.Name == "_"
				err = pass.TypesInfo.ObjectOf(id)
			}
		}
		return true
	})
	if dropped || err == nil {
		return !dropped
	}
	wanted := true
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.BinaryExpr:
			if id, ok := n.X.(*ast.Ident); ok && n.Op == token.NEQ && pass.TypesInfo.Uses[id] == err && n.Pos() > call.Pos() {
				wanted = false
			}
		case *ast.CallExpr:
			if strings.HasPrefix(called(n), "NoError") && n.Pos() > call.Pos() {
				for _, arg := range n.Args {
					if id, ok := arg.(*ast.Ident); ok && pass.TypesInfo.Uses[id] == err {
						wanted = false
					}
				}
			}
		}
		return true
	})
	return wanted
}

func called(call *ast.CallExpr) string {
	if sel, ok := call.Fun.(*ast.SelectorExpr); ok {
		return sel.Sel.Name
	}
	return ""
}
