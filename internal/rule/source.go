package rule

import (
	"go/ast"
	"go/token"
	"go/types"
	"strings"
)

// ExprAt returns the call or operation of the package whose parenthesis or
// operator is at pos, which is the position of its SSA instruction; nil if
// there is none.
func (p *Pass) ExprAt(pos token.Pos) ast.Expr {
	if !pos.IsValid() {
		return nil
	}
	file := p.FileOf(pos)
	if file == nil {
		return nil
	}
	var found ast.Expr
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
		}
		return found == nil
	})
	return found
}

// CallAt is ExprAt for calls.
func (p *Pass) CallAt(pos token.Pos) *ast.CallExpr {
	call, _ := p.ExprAt(pos).(*ast.CallExpr)
	return call
}

// Short writes an expression for a message: a call with its first three
// arguments.
func Short(e ast.Expr) string {
	call, ok := e.(*ast.CallExpr)
	if !ok {
		return clip(types.ExprString(e))
	}
	args := make([]string, 0, 4)
	for i, arg := range call.Args {
		if i == 3 && len(call.Args) > 4 {
			args = append(args, "...")
			break
		}
		args = append(args, types.ExprString(arg))
	}
	return clip(types.ExprString(call.Fun) + "(" + strings.Join(args, ", ") + ")")
}

// maxExpr is the length in bytes above which a message shortens an expression.
const maxExpr = 90

func clip(s string) string {
	if len(s) <= maxExpr {
		return s
	}
	return strings.ToValidUTF8(s[:maxExpr-3], "") + "..."
}
