package badlayout

import (
	"go/ast"
	"go/token"
	"go/types"
	"strings"

	"golang.org/x/tools/go/ast/astutil"

	"github.com/leapguard/leapguard/internal/calendar/layout/reach"
	"github.com/leapguard/leapguard/internal/rule"
	"github.com/leapguard/leapguard/internal/syntax"
)

func inTest(pass *rule.Pass, l *reach.Layout) bool {
	return syntax.InTest(pass.Pass, l.Expr.Pos())
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

// failureRequired reports whether a test fails unless a call of package time does
// not succeed, or another call of the text that it prints: the error must not be
// nil, or the result must be zero.
func failureRequired(pass *rule.Pass, call *ast.CallExpr) bool {
	file := pass.FileOf(call.Pos())
	if file == nil {
		return false
	}
	required := false
	path, _ := astutil.PathEnclosingInterval(file, call.Pos(), call.End())
	for i, n := range path {
		assign, ok := n.(*ast.AssignStmt)
		if !ok || i == 0 || len(assign.Rhs) != 1 || ast.Unparen(assign.Rhs[0]) != path[i-1] {
			continue
		}
		body := scopeOf(path[i+1:])
		for _, lhs := range assign.Lhs {
			if id, ok := lhs.(*ast.Ident); ok && id.Name != "_" {
				required = required || rejected(pass, body, assign.End(), pass.TypesInfo.ObjectOf(id))
			}
		}
	}
	return required
}

// scopeOf returns the innermost function among the nodes around a statement, or
// the outermost node.
func scopeOf(path []ast.Node) ast.Node {
	for _, n := range path {
		switch n.(type) {
		case *ast.FuncDecl, *ast.FuncLit:
			return n
		}
	}
	return path[len(path)-1]
}

// rejected reports whether the first test of a result behind pos requires an
// error, or a time to be zero.
func rejected(pass *rule.Pass, body ast.Node, pos token.Pos, result types.Object) bool {
	is := func(e ast.Expr) bool {
		id, ok := e.(*ast.Ident)
		return ok && pass.TypesInfo.Uses[id] == result
	}
	isZero := func(e ast.Expr) bool {
		call, ok := ast.Unparen(e).(*ast.CallExpr)
		return ok && called(call) == "IsZero" && is(call.Fun.(*ast.SelectorExpr).X)
	}
	found, tested := false, false
	ast.Inspect(body, func(n ast.Node) bool {
		if tested || n == nil || n.End() <= pos {
			return !tested
		}
		switch n := n.(type) {
		case *ast.BinaryExpr:
			if is(n.X) && (n.Op == token.EQL || n.Op == token.NEQ) {
				tested, found = true, n.Op == token.EQL && syntax.IsError(result.Type())
			}
		case *ast.UnaryExpr:
			if n.Op == token.NOT && isZero(n.X) {
				tested, found = true, true
			}
		case *ast.CallExpr:
			for _, arg := range n.Args {
				switch {
				case is(arg):
					tested, found = true, requires(called(n), syntax.IsError(result.Type()))
				case isZero(arg):
					tested, found = true, called(n) == "True"
				}
			}
		}
		return !tested
	})
	return found
}

// requires reports whether an assertion of a name holds for an error, or for the
// zero value only.
func requires(name string, isError bool) bool {
	if isError {
		return name == "NotNil" || name == "AssertNE" || strings.HasPrefix(name, "Error")
	}
	return name == "Zero" || name == "Empty"
}

func called(call *ast.CallExpr) string {
	if sel, ok := call.Fun.(*ast.SelectorExpr); ok {
		return sel.Sel.Name
	}
	return ""
}
