package certdrop

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"github.com/leapguard/leapguard/internal/flow"
	"github.com/leapguard/leapguard/internal/rule"
	"github.com/leapguard/leapguard/internal/syntax"
)

// dropped returns the calls of targets whose error, or only result, is not
// kept, and those of pem.Decode whose block nothing compares with nil, by the
// positions of their parentheses. It looks at the syntax alone: most packages
// have none, and then there is no need of SSA.
func dropped(pass *rule.Pass) map[token.Pos]*drop {
	f := &finder{pass: pass, drops: make(map[token.Pos]*drop)}
	for _, file := range pass.Files {
		if pass.Silent(file.Package) || !calls(pass, file) {
			continue
		}
		for _, decl := range file.Decls {
			f.outermost = decl
			ast.PreorderStack(decl, nil, f.visit)
		}
	}
	return f.drops
}

// calls reports whether a file calls something that has the name of a target.
func calls(pass *rule.Pass, file *ast.File) bool {
	return slices.ContainsFunc(syntax.NodesOf(pass.Pass, file), func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		return ok && targetNames[syntax.CalledName(call)]
	})
}

// targetNames are the names of targets, without their packages and receivers.
var targetNames = func() map[string]bool {
	names := make(map[string]bool)
	for target := range targets {
		names[target[strings.LastIndexByte(target, '.')+1:]] = true
	}
	return names
}()

type finder struct {
	pass      *rule.Pass
	drops     map[token.Pos]*drop
	outermost ast.Decl
}

func (f *finder) visit(n ast.Node, stack []ast.Node) bool {
	var call *ast.CallExpr
	var value ast.Expr // what the first result is assigned to
	switch n := n.(type) {
	case *ast.ExprStmt:
		call, _ = ast.Unparen(n.X).(*ast.CallExpr)
	case *ast.AssignStmt:
		if len(n.Rhs) != 1 {
			return true
		}
		call, _ = ast.Unparen(n.Rhs[0]).(*ast.CallExpr)
		value = n.Lhs[0]
	}
	if call == nil {
		return true
	}
	fn := syntax.Callee(f.pass.TypesInfo, call)
	if fn == nil || fn.Pkg() == nil {
		return true
	}
	t, ok := targets[flow.Name(fn)]
	if !ok {
		return true
	}
	if assign, ok := n.(*ast.AssignStmt); ok && t.kind != decodesTo && !isBlank(assign.Lhs[len(assign.Lhs)-1]) {
		return true
	}
	if t.kind == appends && value != nil {
		return true // assigned to the blank identifier: it may fail
	}
	if value != nil && f.compared(value) || value == nil && t.kind == decodesTo {
		return true
	}
	f.drops[call.Lparen] = &drop{
		target: t, name: flow.Name(fn), call: call, results: fn.Signature().Results().Len(),
		stmt: n.(ast.Stmt), outer: innermost(stack), list: inList(n, stack), loop: inLoop(stack),
	}
	return true
}

// compared reports whether the declaration compares a variable with nil.
func (f *finder) compared(value ast.Expr) bool {
	id, ok := ast.Unparen(value).(*ast.Ident)
	if !ok || id.Name == "_" {
		return false
	}
	obj := f.pass.TypesInfo.ObjectOf(id)
	found := false
	ast.Inspect(f.outermost, func(n ast.Node) bool {
		if cmp, ok := n.(*ast.BinaryExpr); ok && (cmp.Op == token.EQL || cmp.Op == token.NEQ) {
			found = found || f.isNilTest(cmp.X, cmp.Y, obj) || f.isNilTest(cmp.Y, cmp.X, obj)
		}
		return !found
	})
	return found
}

func (f *finder) isNilTest(x, y ast.Expr, obj types.Object) bool {
	id, ok := ast.Unparen(x).(*ast.Ident)
	return ok && f.pass.TypesInfo.ObjectOf(id) == obj && f.pass.TypesInfo.Types[y].IsNil()
}

func isBlank(e ast.Expr) bool {
	id, ok := e.(*ast.Ident)
	return ok && id.Name == "_"
}

// innermost returns the function that a node stands in; nil outside functions.
func innermost(stack []ast.Node) ast.Node {
	for _, s := range slices.Backward(stack) {
		switch n := s.(type) {
		case *ast.FuncDecl, *ast.FuncLit:
			return n
		}
	}
	return nil
}

// inLoop reports whether the innermost of the nodes lies in a loop of its
// function.
func inLoop(stack []ast.Node) bool {
	for _, s := range slices.Backward(stack) {
		switch s.(type) {
		case *ast.ForStmt, *ast.RangeStmt:
			return true
		case *ast.FuncLit, *ast.FuncDecl:
			return false
		}
	}
	return false
}

// inList reports whether a statement stands in a block or case, where another
// can follow it.
func inList(n ast.Node, stack []ast.Node) bool {
	if len(stack) == 0 {
		return false
	}
	switch parent := stack[len(stack)-1].(type) {
	case *ast.BlockStmt:
		return true
	case *ast.CaseClause:
		return true
	case *ast.CommClause:
		return parent.Comm != n
	}
	return false
}
