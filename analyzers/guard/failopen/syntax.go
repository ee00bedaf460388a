package failopen

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strconv"

	"github.com/leapguard/leapguard/internal/rule"
	"github.com/leapguard/leapguard/internal/syntax"
)

// candidates returns the functions that call something destructive and pass
// over an error, by their syntax.
func candidates(pass *rule.Pass) []*ast.FuncDecl {
	var out []*ast.FuncDecl
	var current *ast.FuncDecl
	for n := range pass.Nodes() {
		switch n := n.(type) {
		case *ast.FuncDecl:
			current = n
		case *ast.CallExpr:
			if current == nil || current.End() <= n.Pos() || !looksDestructive(pass, n) {
				continue
			}
			if passesOver(pass, current) {
				out = append(out, current)
			}
			current = nil
		}
	}
	return out
}

// looksDestructive reports whether a call may be destructive, or be of a function
// of the package that is.
func looksDestructive(pass *rule.Pass, call *ast.CallExpr) bool {
	if fn := pass.Callee(call); fn != nil && (destroys(fn) || fn.Pkg() == pass.Pkg && verbs.MatchString(fn.Name())) {
		return true
	}
	return slices.ContainsFunc(call.Args, func(arg ast.Expr) bool {
		lit, ok := arg.(*ast.BasicLit)
		if !ok || lit.Kind != token.STRING {
			return false
		}
		s, err := strconv.Unquote(lit.Value)
		return err == nil && tools.MatchString(s)
	})
}

// passesOver reports whether a function drops an error or goes on where there
// is one.
func passesOver(pass *rule.Pass, decl *ast.FuncDecl) bool {
	found := false
	ast.Inspect(decl, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.IfStmt:
			found = found || testsError(pass, n.Cond) && goesOn(n)
		case *ast.AssignStmt:
			found = found || dropsError(pass, n)
		}
		return !found
	})
	return found
}

// testsError reports whether a condition compares an error with nil.
func testsError(pass *rule.Pass, cond ast.Expr) bool {
	found := false
	ast.Inspect(cond, func(n ast.Node) bool {
		cmp, ok := n.(*ast.BinaryExpr)
		if ok && (cmp.Op == token.NEQ || cmp.Op == token.EQL) && syntax.IsError(pass.TypesInfo.TypeOf(cmp.X)) {
			found = true
		}
		return !found
	})
	return found
}

// goesOn reports whether control may come behind an if statement that looks at
// an error on both ways.
func goesOn(n *ast.IfStmt) bool {
	if len(n.Body.List) == 0 {
		return true
	}
	switch last := n.Body.List[len(n.Body.List)-1].(type) {
	case *ast.ReturnStmt, *ast.BranchStmt:
		// Unless it is the way without an error, or there is another test.
		cmp, ok := n.Cond.(*ast.BinaryExpr)
		return !ok || cmp.Op != token.NEQ
	case *ast.ExprStmt:
		call, ok := last.X.(*ast.CallExpr)
		return !ok || syntax.CalledName(call) != "panic"
	}
	return true
}

func dropsError(pass *rule.Pass, n *ast.AssignStmt) bool {
	if len(n.Rhs) != 1 || len(n.Lhs) < 2 {
		return false
	}
	id, ok := n.Lhs[len(n.Lhs)-1].(*ast.Ident)
	if !ok || id.Name != "_" {
		return false
	}
	tuple, ok := pass.TypesInfo.TypeOf(n.Rhs[0]).(*types.Tuple)
	return ok && syntax.IsError(tuple.At(tuple.Len()-1).Type())
}
