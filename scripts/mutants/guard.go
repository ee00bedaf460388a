package main

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"
)

// A guardCode is the code that makes a check count: the statement that holds it
// and the tests of what it returns.
type guardCode struct {
	*site
	list    []ast.Stmt // of the block around the check
	holder  ast.Stmt   // the element of list that holds the check
	last    ast.Stmt   // the element of list that holds the last test
	tests   []*test
	results []types.Object // that the check is assigned to
}

// A test is an if statement, or a case of a switch without a tag.
type test struct {
	cond   ast.Expr
	body   []ast.Stmt
	stmt   *ast.IfStmt     // nil for a case
	nested bool            // stmt is the else of the test before
	clause *ast.CaseClause // nil for an if statement
}

// guard returns the code around the check of a site, nil where it has another
// form than those that the operators know.
func (s *site) guard() *guardCode {
	g := &guardCode{site: s}
	for _, n := range s.enclosing(s.check) {
		list := statements(n)
		if i := slices.IndexFunc(list, func(stmt ast.Stmt) bool { return holds(stmt, s.check) }); i >= 0 {
			g.list, g.holder, g.last = list, list[i], list[i]
			break
		}
	}
	switch holder := g.holder.(type) {
	case *ast.IfStmt:
		if holder.Body.Pos() < s.check.Pos() {
			return nil // in an else if
		}
		g.assigned(holder.Init)
		g.addIf(holder)
	case *ast.SwitchStmt:
		g.assigned(holder.Init)
		g.addCases(holder)
	case *ast.AssignStmt:
		g.assigned(holder)
		g.following()
	case *ast.ExprStmt:
		return g // asserts
	}
	if len(g.tests) == 0 {
		return nil
	}
	return g
}

// assigned notes the results of the check if the statement assigns them.
func (g *guardCode) assigned(stmt ast.Stmt) {
	assign, ok := stmt.(*ast.AssignStmt)
	if !ok || !slices.ContainsFunc(assign.Rhs, func(e ast.Expr) bool { return holds(e, g.check) }) {
		return
	}
	for _, e := range assign.Lhs {
		if id, ok := e.(*ast.Ident); ok {
			if obj := g.file.pkg.TypesInfo.ObjectOf(id); obj != nil {
				g.results = append(g.results, obj)
			}
		}
	}
}

// following adds the tests of the results behind the holder.
func (g *guardCode) following() {
	for _, stmt := range g.list[slices.Index(g.list, g.holder)+1:] {
		before := len(g.tests)
		switch stmt := stmt.(type) {
		case *ast.IfStmt:
			if stmt.Init == nil {
				g.addIf(stmt)
			}
		case *ast.SwitchStmt:
			if stmt.Init == nil {
				g.addCases(stmt)
			}
		}
		if len(g.tests) > before {
			g.last = stmt
		}
	}
}

// asks reports whether a condition holds the check or looks at its results.
func (g *guardCode) asks(cond ast.Expr) bool {
	return holds(cond, g.check) || g.mentions(cond, g.results)
}

func (g *guardCode) addIf(stmt *ast.IfStmt) {
	nested := false
	for stmt != nil && (!nested || stmt.Init == nil) && g.asks(stmt.Cond) {
		g.tests = append(g.tests, &test{cond: stmt.Cond, body: stmt.Body.List, stmt: stmt, nested: nested})
		stmt, _ = stmt.Else.(*ast.IfStmt)
		nested = true
	}
}

func (g *guardCode) addCases(stmt *ast.SwitchStmt) {
	if stmt.Tag != nil {
		return
	}
	for _, clause := range stmt.Body.List {
		if c := clause.(*ast.CaseClause); len(c.List) == 1 && g.asks(c.List[0]) {
			g.tests = append(g.tests, &test{cond: c.List[0], body: c.Body, clause: c})
		}
	}
}

// deciding returns the tests that keep control from the danger or let it there,
// all if there are none such.
func (g *guardCode) deciding() []*test {
	var out []*test
	for _, t := range g.tests {
		if leaves(t.body) || g.leads(t) || t.stmt != nil && t.stmt.Else != nil {
			out = append(out, t)
		}
	}
	if len(out) == 0 {
		return g.tests
	}
	return out
}

// leads reports whether control comes from the body of a test to the danger: it
// is there, or behind a loop that the body breaks off.
func (g *guardCode) leads(t *test) bool {
	if slices.ContainsFunc(t.body, func(stmt ast.Stmt) bool { return holds(stmt, g.danger) }) {
		return true
	}
	if t.stmt == nil || len(t.body) != 1 {
		return false
	}
	branch, ok := t.body[0].(*ast.BranchStmt)
	return ok && branch.Tok == token.BREAK && !slices.ContainsFunc(g.enclosing(t.stmt), func(n ast.Node) bool {
		switch n.(type) {
		case *ast.ForStmt, *ast.RangeStmt:
			return holds(n, g.danger)
		}
		return false
	})
}

// leaves reports whether control does not come to the end of a body.
func leaves(body []ast.Stmt) bool {
	if len(body) == 0 {
		return false
	}
	switch stmt := body[len(body)-1].(type) {
	case *ast.ReturnStmt, *ast.BranchStmt:
		return true
	case *ast.ExprStmt:
		call, ok := stmt.X.(*ast.CallExpr)
		if !ok {
			return false
		}
		name := calledName(call)
		return name == "panic" || name == "Exit" || name == "Goexit" || strings.HasPrefix(name, "Fatal")
	}
	return false
}

// mentions reports whether an expression uses one of the objects.
func (g *guardCode) mentions(e ast.Expr, objects []types.Object) bool {
	found := false
	ast.Inspect(e, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok && slices.Contains(objects, g.file.pkg.TypesInfo.Uses[id]) {
			found = true
		}
		return true
	})
	return found
}

// statements returns the list of a block or clause, nil for other nodes.
func statements(n ast.Node) []ast.Stmt {
	switch n := n.(type) {
	case *ast.BlockStmt:
		return n.List
	case *ast.CaseClause:
		return n.Body
	case *ast.CommClause:
		return n.Body
	}
	return nil
}

// operands returns what && and || join.
func operands(e ast.Expr) []ast.Expr {
	switch x := e.(type) {
	case *ast.ParenExpr:
		return operands(x.X)
	case *ast.BinaryExpr:
		if x.Op == token.LAND || x.Op == token.LOR {
			return append(operands(x.X), operands(x.Y)...)
		}
	}
	return []ast.Expr{e}
}

var errorType = types.Universe.Lookup("error").Type()

// isError reports whether an operand compares an error.
func (s *site) isError(e ast.Expr) bool {
	b, ok := e.(*ast.BinaryExpr)
	return ok && types.Identical(s.file.pkg.TypesInfo.TypeOf(b.X), errorType)
}

// aboutError reports whether an operand asks what an error is.
func (s *site) aboutError(e ast.Expr) bool {
	call, ok := e.(*ast.CallExpr)
	return s.isError(e) || ok && len(call.Args) > 0 && types.Identical(s.file.pkg.TypesInfo.TypeOf(call.Args[0]), errorType)
}

// negative reports whether an operand holds where there is no error.
func negative(e ast.Expr) bool {
	b, ok := e.(*ast.BinaryExpr)
	return ok && b.Op == token.EQL
}
