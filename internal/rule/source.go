package rule

import (
	"go/ast"
	"go/token"
	"go/types"

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
