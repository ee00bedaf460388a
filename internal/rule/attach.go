package rule

import (
	"go/ast"
	"go/token"
	"slices"
)

// attach finds what each comment applies to:
//
//   - ignore-file above the package clause: the file;
//   - in a doc comment: the declaration, spec or field;
//   - behind the brace or colon that ends the head of a statement: the head;
//   - behind other code: the innermost statement, spec or field that ends on
//     the line; amid one, what begins or ends there, see [amid];
//   - alone on its line: the next statement, spec or field of the same block,
//     or the next element or argument of the same list.
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
// that is the head or the innermost statement, spec or field that ends on the
// line, or what [amid] finds; alone on a line, the outermost one that begins
// next in the same block, or the element or argument that does in the same
// list. It is nil where there is none, as behind the brace of a function.
func neighbour(file *ast.File, pos token.Pos, line func(token.Pos) int) ast.Node {
	var behind, next ast.Node
	var enclosing []ast.Node // outermost first
	var ended ast.Expr       // the outermost expression that ends on the line
	alone := true
	ast.Inspect(file, func(n ast.Node) bool {
		if n == nil || n == file {
			return n != nil
		}
		if starts := n.Pos() <= pos && line(n.Pos()) == line(pos); starts || n.End() <= pos && line(n.End()) == line(pos) {
			alone = false
		}
		if n.Pos() <= pos && pos < n.End() {
			enclosing = append(enclosing, n)
		}
		if e, ok := n.(ast.Expr); ok && ended == nil && n.End() <= pos && line(n.End()) == line(pos) {
			ended = e
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
	if !alone {
		if n := headOf(enclosing, pos, line); n != nil {
			return n
		}
		if n := amid(enclosing, pos, line); n != nil && (behind == nil || n.Pos() <= behind.Pos()) {
			return n
		}
		if behind == nil && ended != nil && inStatement(enclosing) {
			return ended
		}
		return behind
	}
	switch elements := innermostList(enclosing, pos); {
	case elements != nil:
		for _, e := range elements {
			if e.Pos() > pos {
				return e
			}
		}
		return nil
	case len(enclosing) > 0 && next != nil && next.Pos() >= enclosing[len(enclosing)-1].End():
		return nil // at the end of a block, or within an expression
	}
	return next
}

// A head is what stands before the block of a statement: of if, for, switch and
// select, a case, or a statement that ends in a function literal.
type head struct{ pos, end token.Pos }

func (h head) Pos() token.Pos { return h.pos }
func (h head) End() token.Pos { return h.end }

// headOf returns the head that ends on the line of pos, right before it.
func headOf(enclosing []ast.Node, pos token.Pos, line func(token.Pos) int) ast.Node {
	last := len(enclosing) - 1
	if last < 1 {
		return nil
	}
	var end token.Pos
	var body []ast.Stmt
	begin := enclosing[last-1]
	switch n := enclosing[last].(type) {
	case *ast.BlockStmt:
		end, body = n.Lbrace, n.List
	case *ast.CaseClause:
		begin, end, body = n, n.Colon, n.Body
	case *ast.CommClause:
		begin, end, body = n, n.Colon, n.Body
	}
	if !end.IsValid() || end > pos || line(end) != line(pos) || len(body) > 0 && body[0].Pos() < pos {
		return nil
	}
	switch begin.(type) {
	case *ast.FuncDecl, *ast.BlockStmt, *ast.CaseClause, *ast.CommClause:
		if begin != enclosing[last] { // a block by itself
			return nil
		}
	case *ast.FuncLit:
		begin = statementAt(enclosing[:last], pos, line)
	}
	if begin == nil {
		return nil
	}
	return head{begin.Pos(), end}
}

// statementAt returns the innermost statement without a block of its own that
// begins on the line of pos.
func statementAt(enclosing []ast.Node, pos token.Pos, line func(token.Pos) int) ast.Node {
	for _, n := range slices.Backward(enclosing) {
		switch {
		case isBlock(n):
			return nil
		case isSimple(n) && line(n.Pos()) == line(pos):
			return n
		}
	}
	return nil
}

// inStatement reports whether the innermost of the enclosing nodes that is a
// statement is one without a block.
func inStatement(enclosing []ast.Node) bool {
	for _, n := range slices.Backward(enclosing) {
		switch {
		case isBlock(n):
			return false
		case isSimple(n):
			return true
		}
	}
	return false
}

// amid returns the node for a comment behind a line of a statement or spec that
// goes on below: the outermost simple statement, spec of values, element or
// argument that begins on the line and goes on, else the last element or
// argument that ends there. It looks no further than the innermost block.
func amid(enclosing []ast.Node, pos token.Pos, line func(token.Pos) int) ast.Node {
	for i, e := range slices.Backward(enclosing) {
		if isBlock(e) {
			enclosing = enclosing[i+1:]
			break
		}
	}
	for i, n := range enclosing {
		if (isSimple(n) || isElement(n, enclosing[:i], pos)) && line(n.Pos()) == line(pos) {
			return n
		}
	}
	var last ast.Node
	for _, e := range innermostList(enclosing, pos) {
		if e.End() <= pos && line(e.End()) == line(pos) {
			last = e
		}
	}
	return last
}

func isElement(n ast.Node, enclosing []ast.Node, pos token.Pos) bool {
	return slices.ContainsFunc(innermostList(enclosing, pos), func(e ast.Expr) bool { return e == n })
}

// innermostList returns the elements or arguments of the innermost composite
// literal or call among nodes that lie in one another and hold pos, nil if a
// block lies within.
func innermostList(enclosing []ast.Node, pos token.Pos) []ast.Expr {
	for _, n := range slices.Backward(enclosing) {
		if isBlock(n) {
			break
		}
		switch n := n.(type) {
		case *ast.CompositeLit:
			return n.Elts
		case *ast.CallExpr:
			if pos > n.Lparen { // else in a chain of calls
				return n.Args
			}
		}
	}
	return nil
}

func isBlock(n ast.Node) bool {
	switch n.(type) {
	case *ast.BlockStmt, *ast.CaseClause, *ast.CommClause, *ast.FieldList:
		return true
	}
	return false
}

// isSimple reports whether a node is a statement without a block or a spec of
// values.
func isSimple(n ast.Node) bool {
	switch n.(type) {
	case *ast.AssignStmt, *ast.DeferStmt, *ast.ExprStmt, *ast.GoStmt, *ast.IncDecStmt, *ast.ReturnStmt, *ast.SendStmt, *ast.ValueSpec:
		return true
	}
	return false
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
