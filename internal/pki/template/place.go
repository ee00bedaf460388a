package template

import (
	"go/ast"
	"go/token"
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/flow"
	"github.com/leapguard/leapguard/internal/syntax"
)

// Place returns the expression that is stored by a store, or the call that
// changes a field; nil if it is not in the source.
func Place(pass *analysis.Pass, instr ssa.Instruction) ast.Expr {
	pos := instr.Pos()
	_, isCall := instr.(ssa.CallInstruction)
	var found ast.Expr
	inspect(pass, pos, func(n ast.Node) {
		switch n := n.(type) {
		case *ast.CallExpr:
			if isCall && n.Lparen == pos {
				found = n
			}
		case *ast.KeyValueExpr:
			if !isCall && n.Colon == pos {
				found = n.Value
			}
		case *ast.CompositeLit:
			for _, e := range n.Elts {
				if _, keyed := e.(*ast.KeyValueExpr); !isCall && !keyed && e.Pos() == pos {
					found = e
				}
			}
		case *ast.AssignStmt:
			if !isCall && len(n.Lhs) == len(n.Rhs) {
				for i, lhs := range n.Lhs {
					if lhs.Pos() <= pos && pos < lhs.End() || n.TokPos == pos && len(n.Lhs) == 1 {
						found = n.Rhs[i]
					}
				}
			}
		}
	})
	return found
}

// Element returns the element of a literal, or the assignment, that stores to a
// field; nil if it is not in the source.
func Element(pass *analysis.Pass, instr ssa.Instruction) ast.Node {
	value := Place(pass, instr)
	if value == nil {
		return nil
	}
	var found ast.Node
	inspect(pass, value.Pos(), func(n ast.Node) {
		switch n := n.(type) {
		case *ast.KeyValueExpr:
			if n.Value == value {
				found = n
			}
		case *ast.AssignStmt:
			if len(n.Rhs) == 1 && n.Rhs[0] == value {
				found = n
			}
		}
	})
	return found
}

// Expr returns the expression that is passed; nil if it is not in the source.
func (a Argument) Expr(pass *analysis.Pass) ast.Expr {
	call := syntax.CallAt(pass, a.Call.Common().Pos())
	if call == nil {
		return nil
	}
	i := a.Index - (len(flow.Args(a.Call)) - a.Call.Common().Signature().Params().Len())
	if i < 0 || i >= len(call.Args) {
		return nil
	}
	return call.Args[i]
}

// Literal returns the composite literal that a variable is initialised with or
// that an object is made by; nil if there is none.
func Literal(pass *analysis.Pass, object ssa.Value) *ast.CompositeLit {
	pos := object.Pos()
	var found *ast.CompositeLit
	inspect(pass, pos, func(n ast.Node) {
		switch n := n.(type) {
		case *ast.CompositeLit:
			if n.Lbrace == pos {
				found = n
			}
		case *ast.AssignStmt:
			for i, lhs := range n.Lhs {
				if lhs.Pos() == pos && i < len(n.Rhs) {
					found, _ = n.Rhs[i].(*ast.CompositeLit)
				}
			}
		case *ast.ValueSpec:
			for i, name := range n.Names {
				if name.Pos() == pos && i < len(n.Values) {
					found, _ = n.Values[i].(*ast.CompositeLit)
				}
			}
		}
	})
	return found
}

// inspect calls f for the nodes around a position, outermost first.
func inspect(pass *analysis.Pass, pos token.Pos, f func(ast.Node)) {
	i := slices.IndexFunc(pass.Files, func(file *ast.File) bool { return file.FileStart <= pos && pos < file.FileEnd })
	if i < 0 || !pos.IsValid() {
		return
	}
	ast.Inspect(pass.Files[i], func(n ast.Node) bool {
		if n == nil || pos < n.Pos() || pos >= n.End() {
			return n != nil && n == ast.Node(pass.Files[i])
		}
		f(n)
		return true
	})
}
