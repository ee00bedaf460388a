package syntax

import (
	"go/ast"
	"go/types"
	"regexp"
	"strings"
)

// Text writes an operation or expression for a message, in one line of bounded
// length: of a call, the first three arguments.
func Text(n ast.Node) string {
	switch n := n.(type) {
	case *ast.AssignStmt:
		return clip(exprs(n.Lhs) + " " + n.Tok.String() + " " + exprs(n.Rhs))
	case *ast.IncDecStmt:
		return clip(types.ExprString(n.X) + n.Tok.String())
	case *ast.ReturnStmt:
		return clip("return " + exprs(n.Results))
	case *ast.CompositeLit:
		if n.Type == nil {
			return clip("{" + exprs(n.Elts) + "}")
		}
		return clip(types.ExprString(n.Type) + "{" + exprs(n.Elts) + "}")
	case *ast.CallExpr:
		args := exprs(n.Args)
		if len(n.Args) > 4 {
			args = exprs(n.Args[:3]) + ", ..."
		}
		return clip(types.ExprString(n.Fun) + "(" + args + ")")
	case ast.Expr:
		return clip(types.ExprString(n))
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

// maxText is the length in bytes above which a text is shortened.
const maxText = 90

// cgoNames matches what the cgo tool makes of names of C.
var cgoNames = regexp.MustCompile(`\(_C[a-z]+_(\w+)\)|\b_C[a-z]+_(\w+)`)

func clip(s string) string {
	if strings.Contains(s, "_C") {
		s = cgoNames.ReplaceAllString(s, "C.$1$2")
	}
	s = strings.ReplaceAll(s, "\n", `\n`) // in a raw string
	if len(s) <= maxText {
		return s
	}
	return strings.ToValidUTF8(s[:maxText-3], "") + "..."
}
