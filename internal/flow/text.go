package flow

import (
	"go/ast"
	"go/constant"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/syntax"
)

// ExprOf returns the call, conversion or operation that v is made by; nil if
// it is made by nothing of the kind.
func ExprOf(pass *analysis.Pass, v ssa.Value) ast.Expr {
	switch v.(type) {
	case *ssa.Call, *ssa.BinOp, *ssa.Convert, *ssa.ChangeType:
		return syntax.ExprAt(pass, v.Pos())
	}
	return nil
}

// Text writes v as it stands in the source as far as that is known: the
// expression that makes it, the variable that holds it, or the constant; ""
// for what has no name.
func Text(pass *analysis.Pass, v ssa.Value) string {
	if e := ExprOf(pass, v); e != nil {
		return syntax.Text(e)
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
		return Text(pass, v.X)
	}
	if p, ok := PathOf(v); ok {
		if s := p.String(); !strings.Contains(s, "...") {
			return s
		}
	}
	return ""
}
