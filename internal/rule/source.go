package rule

import (
	"bytes"
	"go/ast"
	"go/token"
	"go/types"
	"iter"
	"regexp"
	"slices"

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

// Discusses reports whether a comment on lines of its own, in the declaration around
// pos or its doc comment, matches: whoever writes about a case has thought of it.
func (p *Pass) Discusses(pos token.Pos, about *regexp.Regexp) bool {
	file := p.FileOf(pos)
	if file == nil {
		return false
	}
	i := slices.IndexFunc(file.Decls, func(d ast.Decl) bool { return d.Pos() <= pos && pos < d.End() })
	if i < 0 {
		return false
	}
	begin, end := file.Decls[i].Pos(), file.Decls[i].End()
	if doc := docOf(file.Decls[i]); doc != nil {
		begin = doc.Pos()
	}
	return slices.ContainsFunc(file.Comments, func(group *ast.CommentGroup) bool {
		return begin <= group.Pos() && group.End() <= end && p.ownLine(group) && about.MatchString(group.Text())
	})
}

func docOf(decl ast.Decl) *ast.CommentGroup {
	switch decl := decl.(type) {
	case *ast.FuncDecl:
		return decl.Doc
	case *ast.GenDecl:
		return decl.Doc
	}
	return nil
}

// ownLine reports whether nothing but blanks stands before a comment in its line.
func (p *Pass) ownLine(group *ast.CommentGroup) bool {
	at := p.Fset.PositionFor(group.Pos(), false)
	src, err := p.ReadFile(at.Filename)
	if err != nil || at.Offset > len(src) {
		return false
	}
	line := src[:at.Offset]
	return len(bytes.TrimSpace(line[bytes.LastIndexByte(line, '\n')+1:])) == 0
}
