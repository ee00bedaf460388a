package syntax

import (
	"go/ast"
	"go/token"
	"reflect"
	"slices"
	"strings"
	"sync"

	"golang.org/x/tools/go/analysis"
)

// Nodes is an analyzer that most checks share: a file is walked once for all of
// them, when the first one asks. An inspector.Inspector would do the same for
// the price of five walks, which is more than there are users for.
var Nodes = &analysis.Analyzer{
	Name:       "leapguardnodes",
	Doc:        "lists the nodes that checks look at",
	ResultType: reflect.TypeFor[nodes](),
	Run: func(pass *analysis.Pass) (any, error) {
		all := make(nodes, len(pass.Files))
		for _, file := range pass.Files {
			all[file] = sync.OnceValue(func() []ast.Node { return list(file) })
		}
		return all, nil
	},
}

type nodes map[*ast.File]func() []ast.Node

// NodesOf returns the declarations of functions and values, the statements that
// assign or return, and the calls, operations with two operands, composite
// literals, their elements with keys, and strings of [LongText] bytes or more of
// a file, in depth-first order. The analyzer must require [Nodes].
func NodesOf(pass *analysis.Pass, file *ast.File) []ast.Node {
	return pass.ResultOf[Nodes].(nodes)[file]()
}

// LongText is the length in bytes, with its quotes, from which on NodesOf has a
// literal of a string.
const LongText = 32

func list(file *ast.File) []ast.Node {
	// There is about one in a line, and space for some that are not there costs
	// less than copying those that are.
	l := &lister{make([]ast.Node, 0, (file.FileEnd-file.FileStart)/32)}
	ast.Walk(l, file)
	return l.nodes
}

// A lister is an [ast.Visitor] that collects the nodes of [NodesOf]. It turns
// back before what can hold none.
type lister struct{ nodes []ast.Node }

func (l *lister) Visit(n ast.Node) ast.Visitor {
	switch n := n.(type) {
	case nil, *ast.Ident, *ast.CommentGroup:
		return nil
	case *ast.BasicLit:
		if n.Kind == token.STRING && len(n.Value) >= LongText {
			l.nodes = append(l.nodes, n)
		}
		return nil
	case *ast.SelectorExpr:
		if _, ok := n.X.(*ast.Ident); ok {
			return nil
		}
	case *ast.FuncDecl, *ast.ValueSpec,
		*ast.AssignStmt, *ast.IncDecStmt, *ast.RangeStmt, *ast.ReturnStmt,
		*ast.CallExpr, *ast.BinaryExpr, *ast.CompositeLit, *ast.KeyValueExpr:
		l.nodes = append(l.nodes, n)
	}
	return l
}

// InTest reports whether a position is in a _test.go file.
func InTest(pass *analysis.Pass, pos token.Pos) bool {
	return strings.HasSuffix(pass.Fset.Position(pos).Filename, "_test.go")
}

// Enclosing returns the nodes of a file that enclose one, outermost first.
func Enclosing(file *ast.File, n ast.Node) []ast.Node {
	var out []ast.Node
	ast.PreorderStack(file, nil, func(m ast.Node, stack []ast.Node) bool {
		if m == n {
			out = slices.Clone(stack)
		}
		return out == nil && m.Pos() <= n.Pos() && n.End() <= m.End()
	})
	return out
}
