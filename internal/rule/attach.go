package rule

import (
	"go/ast"
	"go/token"
)

// attach finds what each comment applies to:
//
//   - ignore-file above the package clause: the file;
//   - in a doc comment: the declaration, spec or field;
//   - behind code: the innermost statement, spec or field that ends on the line;
//   - alone on its line: the next statement, spec or field of the same block.
//
// Above the package clause stands nothing but ignore-file.
func attach(fset *token.FileSet, file *ast.File, comments []*Comment) {
	line := func(pos token.Pos) int { return fset.PositionFor(pos, false).Line }
	docs := docNodes(file)
	for _, c := range comments {
		switch n := docs[c.Pos]; {
		case c.Verb == IgnoreFileVerb:
			if c.Pos < file.Package {
				c.Node = file
			}
		case n != nil:
			c.Node, c.Doc = n, true
		case c.Pos > file.Package:
			c.Node = neighbour(file, c.Pos, line)
		}
	}
}

// docNodes maps the position of every comment in a doc comment to the node
// that it documents. The doc of a declaration of one spec is the declaration's.
func docNodes(file *ast.File) map[token.Pos]ast.Node {
	docs := make(map[token.Pos]ast.Node)
	add := func(doc *ast.CommentGroup, n ast.Node) {
		if doc == nil {
			return
		}
		for _, c := range doc.List {
			docs[c.Pos()] = n
		}
	}
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncDecl:
			add(n.Doc, n)
		case *ast.GenDecl:
			add(n.Doc, n)
		case *ast.TypeSpec:
			add(n.Doc, n)
		case *ast.ValueSpec:
			add(n.Doc, n)
		case *ast.ImportSpec:
			add(n.Doc, n)
		case *ast.Field:
			add(n.Doc, n)
			// A comment behind a field documents it as well.
			add(n.Comment, n)
		}
		return true
	})
	return docs
}

// neighbour returns the node for a comment outside doc comments. Behind code,
// that is the innermost statement, spec or field that ends on the line; alone
// on a line, the outermost one that begins next in the same block. It is nil
// where there is none, as behind an opening brace.
func neighbour(file *ast.File, pos token.Pos, line func(token.Pos) int) ast.Node {
	var behind, next, enclosing ast.Node
	alone := true
	ast.Inspect(file, func(n ast.Node) bool {
		if n == nil || n == file {
			return n != nil
		}
		if starts := n.Pos() <= pos && line(n.Pos()) == line(pos); starts || n.End() <= pos && line(n.End()) == line(pos) {
			alone = false
		}
		if n.Pos() <= pos && pos < n.End() {
			enclosing = n
		}
		if !attachable(n) {
			return true
		}
		switch {
		case n.End() <= pos && line(n.End()) == line(pos):
			behind = innermost(behind, n)
		case n.Pos() > pos && (next == nil || n.Pos() < next.Pos()):
			next = n
		}
		return true
	})
	switch {
	case !alone:
		return behind
	case enclosing != nil && next != nil && next.Pos() >= enclosing.End():
		return nil // at the end of a block, or within an expression
	}
	return next
}

func innermost(a, b ast.Node) ast.Node {
	if a == nil || b.Pos() >= a.Pos() {
		return b
	}
	return a
}

// attachable reports whether a comment can apply to a node on its own.
func attachable(n ast.Node) bool {
	switch n := n.(type) {
	case *ast.BlockStmt:
		return false
	case ast.Stmt, ast.Spec, *ast.Field, *ast.FuncDecl:
		return true
	case *ast.GenDecl:
		return n.Lparen.IsValid()
	}
	return false
}
