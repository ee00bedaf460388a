package syntax

import (
	"go/ast"
	"go/types"
	"regexp"
	"strings"
	"unicode"
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

// Words returns the words of a name or path, in lower case: they end before an
// upper-case letter that follows another rune, and at what is neither letter nor
// digit.
func Words(name string) []string {
	var out []string
	var word strings.Builder
	prev := rune(0)
	for _, r := range name + "/" {
		boundary := !unicode.IsLetter(r) && !unicode.IsDigit(r) || unicode.IsUpper(r) && !unicode.IsUpper(prev)
		if boundary && word.Len() > 0 {
			out = append(out, strings.ToLower(word.String()))
			word.Reset()
		}
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			word.WriteRune(r)
		}
		prev = r
	}
	return out
}
