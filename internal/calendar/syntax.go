package calendar

import (
	"go/ast"
	"go/token"
	"go/types"
	"strings"
)

// NodeAt returns the syntax of an SSA instruction by its position: the
// *ast.BinaryExpr whose operator, the *ast.CallExpr whose parenthesis, the
// *ast.ReturnStmt or the *ast.AssignStmt, such as x += y, that is there; for
// a store, the innermost *ast.CompositeLit or *ast.AssignStmt around it. It
// returns nil if there is none.
func NodeAt(file *ast.File, pos token.Pos) ast.Node {
	if file == nil || !pos.IsValid() {
		return nil
	}
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

// Source writes an operation or expression for a message.
func Source(n ast.Node) string {
	switch n := n.(type) {
	case *ast.AssignStmt:
		return clipped(exprs(n.Lhs) + " " + n.Tok.String() + " " + exprs(n.Rhs))
	case *ast.ReturnStmt:
		return clipped("return " + exprs(n.Results))
	case *ast.CompositeLit:
		if n.Type == nil {
			return clipped("{" + exprs(n.Elts) + "}")
		}
		return clipped(types.ExprString(n.Type) + "{" + exprs(n.Elts) + "}")
	case ast.Expr:
		return clipped(types.ExprString(n))
	}
	return ""
}

func exprs(list []ast.Expr) string {
	texts := make([]string, len(list))
	for i, e := range list {
		if kv, ok := e.(*ast.KeyValueExpr); ok {
			texts[i] = types.ExprString(kv.Key) + ": " + types.ExprString(kv.Value)
			continue
		}
		texts[i] = types.ExprString(e)
	}
	return strings.Join(texts, ", ")
}

// maxSource is the length in bytes above which Source shortens.
const maxSource = 90

func clipped(s string) string {
	s = strings.ReplaceAll(s, "\n", `\n`) // in a raw string
	if len(s) <= maxSource {
		return s
	}
	return strings.ToValidUTF8(s[:maxSource-3], "") + "..."
}
