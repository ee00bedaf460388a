package main

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
)

// unguard replaces the tests by what they run when the check permits, with lead
// in the place of the check.
func (g *guardCode) unguard(lead string) []edit {
	var edits []edit
	switch holder := g.holder.(type) {
	case *ast.AssignStmt, *ast.ExprStmt:
		edits, lead = append(edits, g.edit(holder, lead+g.declarations())), ""
	case *ast.SwitchStmt:
		at := edit{g.offset(holder.Pos()), g.offset(holder.Pos()), lead + "\n"}
		if holder.Init != nil && holds(holder.Init, g.check) {
			at = g.edit(holder.Init, lead)
		}
		edits, lead = append(edits, at), ""
	}
	for _, t := range g.tests {
		switch {
		case t.nested: // gone with the test before
		case t.clause != nil && g.leads(t):
			edits = append(edits, edit{g.offset(t.clause.Pos()), g.offset(t.clause.Colon), "default"})
		case t.clause != nil:
			edits = append(edits, g.edit(t.clause, ""))
		default:
			edits = append(edits, g.edit(t.stmt, lead+"\n"+g.permitted(t)))
		}
	}
	return edits
}

// permitted returns the code that an if statement runs when the check permits.
func (g *guardCode) permitted(t *test) string {
	if g.leads(t) {
		return g.source(t.stmt.Body)
	}
	for _, then := range g.tests {
		if then.nested && ast.Node(then.stmt) == ast.Node(t.stmt.Else) {
			return g.permitted(then)
		}
	}
	if t.stmt.Else == nil {
		return ""
	}
	return g.source(t.stmt.Else)
}

// declarations declares the results of the check that other code uses.
func (g *guardCode) declarations() string {
	text := ""
	if assign, ok := g.holder.(*ast.AssignStmt); !ok || assign.Tok != token.DEFINE {
		return text
	}
	for _, obj := range g.results {
		if holds(g.holder, &ast.Ident{NamePos: obj.Pos(), Name: obj.Name()}) && g.usedElsewhere(obj) {
			text += "\nvar " + obj.Name() + " " + g.typeString(obj.Type())
		}
	}
	return text
}

// usedElsewhere reports whether code that unguard leaves uses a result.
func (g *guardCode) usedElsewhere(obj types.Object) bool {
	found := false
	ast.Inspect(g.fn.Body, func(n ast.Node) bool {
		id, ok := n.(*ast.Ident)
		if ok && g.file.pkg.TypesInfo.Uses[id] == obj && !slices.ContainsFunc(g.tests, func(t *test) bool { return g.drops(t, id) }) {
			found = true
		}
		return true
	})
	return found
}

// drops reports whether unguard leaves out a part of a test.
func (g *guardCode) drops(t *test, part ast.Node) bool {
	if t.clause != nil {
		return holds(t.cond, part) || !g.leads(t) && holds(t.clause, part)
	}
	return holds(t.cond, part) || !g.leads(t) && holds(t.stmt.Body, part)
}
