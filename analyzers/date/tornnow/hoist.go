package tornnow

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"strconv"
	"strings"

	"golang.org/x/tools/go/analysis"
)

// hoist returns the fix that reads the clock once, into a variable declared
// before the statement of a block that holds expr. There is none where control
// may reach expr without that statement beginning anew, as in the condition of
// a loop, nor where another fix puts a variable already.
func (c *check) hoist(expr ast.Expr, reads []read, stack []ast.Node) (analysis.SuggestedFix, bool) {
	stmt, block, decl := enclosing(stack)
	if stmt == nil || decl == nil || c.hoisted[stmt] || !c.ownLine(stmt, block) {
		return analysis.SuggestedFix{}, false
	}
	name := c.free(decl, expr.Pos())
	if name == "" {
		return analysis.SuggestedFix{}, false
	}
	c.hoisted[stmt] = true
	indent := strings.Repeat("\t", c.pass.Fset.Position(stmt.Pos()).Column-1)
	edits := []analysis.TextEdit{{
		Pos:     stmt.Pos(),
		End:     stmt.Pos(),
		NewText: fmt.Appendf(nil, "%s := %s\n%s", name, types.ExprString(reads[0].now), indent),
	}}
	for _, r := range reads {
		edits = append(edits, analysis.TextEdit{Pos: r.now.Pos(), End: r.now.End(), NewText: []byte(name)})
	}
	return analysis.SuggestedFix{Message: "read the clock once", TextEdits: edits}, true
}

// enclosing returns the simple statement that the innermost node of a stack is
// part of, the block or clause which that stands in, and the declaration of the
// function; nil where the statement is not one of those.
func enclosing(stack []ast.Node) (stmt ast.Stmt, block, decl ast.Node) {
	for i := len(stack) - 1; i > 0; i-- {
		s, ok := stack[i].(ast.Stmt)
		if !ok {
			continue
		}
		switch s.(type) {
		case *ast.AssignStmt, *ast.ExprStmt, *ast.ReturnStmt, *ast.DeclStmt, *ast.SendStmt, *ast.GoStmt, *ast.DeferStmt:
		default:
			return nil, nil, nil
		}
		switch stack[i-1].(type) {
		case *ast.BlockStmt, *ast.CaseClause, *ast.CommClause:
		default:
			return nil, nil, nil
		}
		if clause, ok := stack[i-1].(*ast.CommClause); ok && clause.Comm == s {
			return nil, nil, nil
		}
		for _, n := range stack[:i] {
			if fn, ok := n.(*ast.FuncDecl); ok {
				return s, stack[i-1], fn
			}
		}
		return nil, nil, nil
	}
	return nil, nil, nil
}

// ownLine reports whether a statement is the first thing on its line.
func (c *check) ownLine(stmt ast.Stmt, block ast.Node) bool {
	line := func(pos token.Pos) int { return c.pass.Fset.Position(pos).Line }
	var before token.Pos
	var list []ast.Stmt
	switch block := block.(type) {
	case *ast.BlockStmt:
		before, list = block.Lbrace, block.List
	case *ast.CaseClause:
		before, list = block.Colon, block.Body
	case *ast.CommClause:
		before, list = block.Colon, block.Body
	}
	for _, s := range list {
		if s == stmt {
			break
		}
		before = s.End()
	}
	return line(before) < line(stmt.Pos())
}

// maxNames is how many names are tried for a variable.
const maxNames = 20

// free returns a name for a variable that nothing else in a function has, nor
// anything around it; "" if all are taken.
func (c *check) free(decl ast.Node, pos token.Pos) string {
	used := c.names[decl]
	if used == nil {
		used = make(map[string]bool)
		ast.Inspect(decl, func(n ast.Node) bool {
			if id, ok := n.(*ast.Ident); ok {
				used[id.Name] = true
			}
			return true
		})
		c.names[decl] = used
	}
	scope := c.pass.Pkg.Scope().Innermost(pos)
	for i := 1; i <= maxNames; i++ {
		name := "now"
		if i > 1 {
			name += strconv.Itoa(i)
		}
		if used[name] {
			continue
		}
		if _, obj := scope.LookupParent(name, token.NoPos); obj == nil {
			used[name] = true
			return name
		}
	}
	return ""
}
