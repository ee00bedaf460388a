package rule

import (
	"go/ast"
	"go/token"
	"go/types"
	"iter"
	"slices"

	"golang.org/x/tools/go/ast/inspector"

	"github.com/leapguard/leapguard/internal/syntax"
)

// NodeAt is [syntax.NodeAt] in the package.
func (p *Pass) NodeAt(pos token.Pos) ast.Node { return syntax.NodeAt(p.Pass, pos) }

// ExprAt is [syntax.ExprAt] in the package.
func (p *Pass) ExprAt(pos token.Pos) ast.Expr { return syntax.ExprAt(p.Pass, pos) }

// CallAt is [syntax.CallAt] in the package.
func (p *Pass) CallAt(pos token.Pos) *ast.CallExpr { return syntax.CallAt(p.Pass, pos) }

// Callee is [syntax.Callee] in the package.
func (p *Pass) Callee(call *ast.CallExpr) *types.Func { return syntax.Callee(p.TypesInfo, call) }

// Root is [syntax.Root] of the package.
func (p *Pass) Root() inspector.Cursor { return syntax.Root(p.Pass) }

// Nodes yields the nodes of some kinds, given by a value of each, which may be
// nil, in the files that the check may have findings in, in source order.
func (p *Pass) Nodes(kinds ...ast.Node) iter.Seq[inspector.Cursor] {
	return func(yield func(inspector.Cursor) bool) {
		for file := range p.Root().Children() {
			if p.Silent(file.Node().(*ast.File).Package) {
				continue
			}
			for c := range file.Preorder(kinds...) {
				if !yield(c) {
					return
				}
			}
		}
	}
}

// Stack returns the nodes that enclose one, outermost first.
func Stack(c inspector.Cursor) []ast.Node {
	var out []ast.Node
	for outer := range c.Parent().Enclosing() {
		if n := outer.Node(); n != nil {
			out = append(out, n)
		}
	}
	slices.Reverse(out)
	return out
}
