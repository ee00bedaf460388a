// Package syntax finds the source text of SSA values for messages.
package syntax

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/astutil"
	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/flow"
)

// ExprOf returns the call, conversion or operation that v is made by; nil if
// it is made by nothing of the kind.
func ExprOf(pass *analysis.Pass, v ssa.Value) ast.Expr {
	switch v.(type) {
	case *ssa.Call, *ssa.BinOp, *ssa.Convert, *ssa.ChangeType:
		return ExprAt(pass, v.Pos())
	}
	return nil
}

// ExprAt returns the call or conversion whose parenthesis, or the operation
// whose operator, is at pos; nil if there is none.
func ExprAt(pass *analysis.Pass, pos token.Pos) ast.Expr {
	i := slices.IndexFunc(pass.Files, func(f *ast.File) bool { return f.FileStart <= pos && pos < f.FileEnd })
	if !pos.IsValid() || i < 0 {
		return nil
	}
	path, _ := astutil.PathEnclosingInterval(pass.Files[i], pos, pos)
	for _, n := range path {
		switch n := n.(type) {
		case *ast.CallExpr:
			if n.Lparen == pos {
				return n
			}
		case *ast.BinaryExpr:
			if n.OpPos == pos {
				return n
			}
		}
	}
	return nil
}

// Of writes v as it stands in the source as far as that is known: the
// expression that makes it, the variable that holds it, or the constant; ""
// for what has no name.
func Of(pass *analysis.Pass, v ssa.Value) string {
	if e := ExprOf(pass, v); e != nil {
		return Short(e)
	}
	switch v := v.(type) {
	case *ssa.Const:
		if v.Value != nil && v.Value.Kind() == constant.Int {
			return v.Value.ExactString()
		}
		return ""
	case *ssa.Parameter, *ssa.FreeVar, *ssa.Global:
		return v.Name()
	case *ssa.Phi:
		return v.Comment
	case *ssa.Convert:
		return Of(pass, v.X)
	}
	if p, ok := flow.PathOf(v); ok {
		if s := p.String(); !strings.Contains(s, "...") {
			return s
		}
	}
	return ""
}

// maxExpr is the length in bytes above which an expression is shortened.
const maxExpr = 60

// Short writes an expression in one line of bounded length.
func Short(e ast.Expr) string {
	s := types.ExprString(e)
	if len(s) <= maxExpr {
		return s
	}
	return strings.ToValidUTF8(s[:maxExpr-3], "") + "..."
}
