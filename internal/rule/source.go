package rule

import (
	"go/ast"
	"go/token"
	"go/types"
	"iter"

	"github.com/leapguard/leapguard/internal/syntax"
)

// FileOf is [syntax.FileOf] in the package.
func (p *Pass) FileOf(pos token.Pos) *ast.File { return syntax.FileOf(p.Pass, pos) }

// NodeAt is [syntax.NodeAt] in the package.
func (p *Pass) NodeAt(pos token.Pos) ast.Node { return syntax.NodeAt(p.Pass, pos) }

// ExprAt is [syntax.ExprAt] in the package.
func (p *Pass) ExprAt(pos token.Pos) ast.Expr { return syntax.ExprAt(p.Pass, pos) }

// CallAt is [syntax.CallAt] in the package.
func (p *Pass) CallAt(pos token.Pos) *ast.CallExpr { return syntax.CallAt(p.Pass, pos) }

// Callee is [syntax.Callee] in the package.
func (p *Pass) Callee(call *ast.CallExpr) *types.Func { return syntax.Callee(p.TypesInfo, call) }

// Nodes yields the nodes that [syntax.NodesOf] lists of the files that the check
// may have findings in.
func (p *Pass) Nodes() iter.Seq[ast.Node] {
	return func(yield func(ast.Node) bool) {
		for _, file := range p.Files {
			if p.Silent(file.Package) {
				continue
			}
			for _, n := range syntax.NodesOf(p.Pass, file) {
				if !yield(n) {
					return
				}
			}
		}
	}
}

// Enclosing is [syntax.Enclosing] in the file that a node is in.
func (p *Pass) Enclosing(n ast.Node) []ast.Node { return syntax.Enclosing(p.FileOf(n.Pos()), n) }
