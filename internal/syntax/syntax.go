// Package syntax finds the syntax that SSA instructions and types stand for,
// and writes it for messages.
package syntax

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/types/typeutil"
)

// FileOf returns the file of the package that holds pos, or nil.
func FileOf(pass *analysis.Pass, pos token.Pos) *ast.File {
	i := slices.IndexFunc(pass.Files, func(f *ast.File) bool { return f.FileStart <= pos && pos <= f.FileEnd })
	if i < 0 {
		return nil
	}
	return pass.Files[i]
}

// ExprAt returns the call or operation of the package whose parenthesis or
// operator is at pos, which is the position of its SSA instruction; nil if
// there is none.
func ExprAt(pass *analysis.Pass, pos token.Pos) ast.Expr {
	e, _ := NodeAt(pass, pos).(ast.Expr)
	if _, isLit := e.(*ast.CompositeLit); isLit {
		return nil
	}
	return e
}

// CallAt is [ExprAt] for calls.
func CallAt(pass *analysis.Pass, pos token.Pos) *ast.CallExpr {
	call, _ := ExprAt(pass, pos).(*ast.CallExpr)
	return call
}

// NodeAt returns the syntax of an SSA instruction by its position: the
// *ast.BinaryExpr whose operator, the *ast.CallExpr whose parenthesis, the
// *ast.ReturnStmt or the *ast.AssignStmt, such as x += y, that is there; for
// a store, the innermost *ast.CompositeLit, *ast.AssignStmt or *ast.IncDecStmt
// around it. It returns nil if there is none.
func NodeAt(pass *analysis.Pass, pos token.Pos) ast.Node {
	i := slices.IndexFunc(pass.Files, func(f *ast.File) bool { return f.FileStart <= pos && pos < f.FileEnd })
	if i < 0 || !pos.IsValid() {
		return nil
	}
	file := pass.Files[i]
	var found, store ast.Node
	ast.Inspect(file, func(n ast.Node) bool {
		if n == nil || found != nil || pos < n.Pos() || pos >= n.End() {
			return found == nil && n == ast.Node(file)
		}
		switch n := n.(type) {
		case *ast.CallExpr:
			if n.Lparen == pos {
				found = n
			}
		case *ast.BinaryExpr:
			if n.OpPos == pos {
				found = n
			}
		case *ast.AssignStmt:
			if store = n; n.Pos() == pos && n.Tok != token.ASSIGN && n.Tok != token.DEFINE {
				found = n
			}
		case *ast.ReturnStmt:
			if n.Return == pos {
				found = n
			}
		case *ast.IncDecStmt:
			store = n
		case *ast.CompositeLit:
			store = n
		case *ast.FuncLit:
			store = nil
		}
		return found == nil
	})
	if found == nil {
		return store
	}
	return found
}

// Callee returns the function or method, of an interface perhaps, that a call
// names; nil if it calls a value, a builtin or a type.
func Callee(info *types.Info, call *ast.CallExpr) *types.Func {
	fn, _ := typeutil.Callee(info, call).(*types.Func)
	return fn
}

// CalledName returns the name that a call has for what it calls, without that
// of a package or receiver; "" if it has none. It costs less than [Callee].
func CalledName(call *ast.CallExpr) string {
	fun := ast.Unparen(call.Fun)
	switch f := fun.(type) {
	case *ast.IndexExpr:
		fun = f.X
	case *ast.IndexListExpr:
		fun = f.X
	}
	switch f := fun.(type) {
	case *ast.Ident:
		return f.Name
	case *ast.SelectorExpr:
		return f.Sel.Name
	}
	return ""
}

// IsNamed reports whether t is the type of a package of the given path and
// name, by an alias perhaps.
func IsNamed(t types.Type, path, name string) bool {
	named, ok := types.Unalias(t).(*types.Named)
	if !ok {
		return false
	}
	obj := named.Obj()
	return obj.Name() == name && obj.Pkg() != nil && obj.Pkg().Path() == path
}

// IsError reports whether a type is that of errors.
func IsError(t types.Type) bool {
	return types.Identical(t, types.Universe.Lookup("error").Type())
}
