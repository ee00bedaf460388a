package main

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
)

// An operator breaks the sites of some kinds, in each of the ways that apply
// returns.
type operator struct {
	name  string
	kinds []kind
	slugs []string // of the rules that report what it does
	apply func(s *site) [][]edit
}

var operators = []*operator{
	{"remove the guard", []kind{guarding}, []string{"unguarded"}, remove},
	{"invert it", []kind{guarding}, []string{"unguarded"}, invert},
	{"ignore its result", []kind{guarding}, []string{"ignoredguard", "unguarded"}, ignore},
	{"move it behind the danger", []kind{guarding}, []string{"unguarded"}, move},
	{"check another object", []kind{guarding}, []string{"unguarded"}, other},
	{"let its error fall through", []kind{guarding, questioning}, []string{"failopen", "ignoredguard", "unguarded"}, fallThrough},
	{"drop the restore", []kind{restoring}, []string{"unrestored"}, dropRestore},
}

// mutants returns the ways in which the operator breaks a site.
func (op *operator) mutants(s *site) []*mutant {
	if !slices.Contains(op.kinds, s.kind) {
		return nil
	}
	var out []*mutant
	for _, edits := range op.apply(s) {
		out = append(out, &mutant{site: s, op: op, edits: edits})
	}
	return out
}

func remove(s *site) [][]edit {
	if g := s.guard(); g != nil {
		return [][]edit{g.unguard("")}
	}
	return nil
}

func ignore(s *site) [][]edit {
	g := s.guard()
	call, ok := s.check.(*ast.CallExpr)
	if g == nil || !ok || len(g.tests) == 0 {
		return nil
	}
	return [][]edit{g.unguard(g.source(call))}
}

// move puts the guard behind the statement with the danger, where both stand in
// one block or the danger in the guard.
func move(s *site) [][]edit {
	g := s.guard()
	if g == nil {
		return nil
	}
	if cond, ok := g.holder.(*ast.IfStmt); ok && cond.Else == nil && g.leads(g.tests[0]) {
		head := string(g.file.text[g.offset(cond.Pos()):g.offset(cond.Body.Pos())])
		return [][]edit{{g.edit(cond, g.source(cond.Body)+"\n"+head+"{\n}")}}
	}
	at := slices.IndexFunc(g.list, func(stmt ast.Stmt) bool { return holds(stmt, g.danger) })
	if at <= slices.Index(g.list, g.last) {
		return nil
	}
	from, to := g.offset(g.holder.Pos()), g.offset(g.last.End())
	text := "\n" + string(g.file.text[from:to])
	behind := edit{g.offset(g.list[at].End()), g.offset(g.list[at].End()), text}
	if ret, ok := g.list[at].(*ast.ReturnStmt); ok {
		if len(ret.Results) != 1 || ret.Results[0] != ast.Expr(g.danger) {
			return nil
		}
		behind = g.edit(ret, "done := "+g.source(g.danger)+text+"\nreturn done")
	}
	return [][]edit{{{from, to, ""}, behind}}
}

// invert negates each of the conditions in turn, the error's aside unless it is
// all that there is.
func invert(s *site) [][]edit {
	g := s.guard()
	if g == nil {
		return nil
	}
	var errors, answers [][]edit
	for _, t := range g.deciding() {
		for _, e := range operands(t.cond) {
			switch edits := []edit{g.edit(e, g.negated(e))}; {
			case !g.asks(e):
			case g.aboutError(e):
				errors = append(errors, edits)
			default:
				answers = append(answers, edits)
			}
		}
	}
	if len(answers) > 0 {
		return answers
	}
	return errors
}

func (g *guardCode) negated(e ast.Expr) string {
	switch x := e.(type) {
	case *ast.UnaryExpr:
		if x.Op == token.NOT {
			return g.source(x.X)
		}
	case *ast.BinaryExpr:
		switch x.Op {
		case token.EQL:
			return g.source(x.X) + " != " + g.source(x.Y)
		case token.NEQ:
			return g.source(x.X) + " == " + g.source(x.Y)
		}
	}
	return "!(" + g.source(e) + ")"
}

// other puts another object of the same type in the place of the checked one: a
// variable in scope, else a new one.
func other(s *site) [][]edit {
	if s.object == "" {
		return nil
	}
	var object ast.Expr
	ast.Inspect(s.check, func(n ast.Node) bool {
		if e, ok := n.(ast.Expr); ok && object == nil && types.ExprString(e) == s.object {
			object = e
		}
		return true
	})
	if object == nil {
		return nil
	}
	if text := s.substitute(object); text != "" {
		return [][]edit{{s.edit(object, text)}}
	}
	return nil
}

func (s *site) substitute(object ast.Expr) string {
	t := s.file.pkg.TypesInfo.TypeOf(object)
	if t == nil {
		return ""
	}
	for scope := s.file.pkg.Types.Scope().Innermost(object.Pos()); scope != nil && scope.Parent() != types.Universe; scope = scope.Parent() {
		for _, name := range scope.Names() {
			v, ok := scope.Lookup(name).(*types.Var)
			if ok && v.Pos() < object.Pos() && name != types.ExprString(object) && types.Identical(v.Type(), t) {
				return name
			}
		}
	}
	switch u := t.Underlying().(type) {
	case *types.Pointer:
		return "new(" + s.typeString(u.Elem()) + ")"
	case *types.Struct:
		return "(" + s.typeString(t) + "{})"
	case *types.Basic:
		switch {
		case u.Info()&types.IsString != 0:
			return s.typeString(t) + `("other")`
		case u.Info()&types.IsNumeric != 0:
			return s.typeString(t) + "(4711)"
		}
	}
	return ""
}

// fallThrough lets control go on when the check fails: where a test of its own
// looks at the error, that only prints; else nobody looks at the error.
func fallThrough(s *site) [][]edit {
	g := s.guard()
	if g == nil {
		return nil
	}
	for _, t := range g.deciding() {
		terms := operands(t.cond)
		at := slices.IndexFunc(terms, g.isError)
		switch {
		case at < 0:
		case len(terms) == 1:
			return g.printError(t, g.source(terms[0].(*ast.BinaryExpr).X))
		case len(terms) == 2:
			err, _ := terms[at].(*ast.BinaryExpr).X.(*ast.Ident)
			return g.dropError(t, terms[1-at], err)
		}
	}
	return nil
}

// printError has a test of an error print it and go on.
func (g *guardCode) printError(t *test, err string) [][]edit {
	report := "println(" + err + ".Error())"
	switch {
	case len(t.body) == 0 || t.nested || t.stmt == nil && negative(t.cond):
		return nil
	case t.stmt == nil || t.stmt.Else == nil && !negative(t.cond):
		return [][]edit{{edit{g.offset(t.body[0].Pos()), g.offset(t.body[len(t.body)-1].End()), report}}}
	}
	then := t.stmt.Else
	if negative(t.cond) {
		then = t.stmt.Body
	}
	text := "if " + err + " != nil {\n" + report + "\n}\n" + g.source(then)
	if t.stmt.Init != nil {
		text = "{\n" + g.source(t.stmt.Init) + "\n" + text + "\n}"
	}
	return [][]edit{{g.edit(t.stmt, text)}}
}

// dropError assigns the error of a check to the blank identifier and leaves the
// other condition alone; its body has no error then.
func (g *guardCode) dropError(t *test, rest ast.Expr, err *ast.Ident) [][]edit {
	assign, ok := g.holder.(*ast.AssignStmt)
	if !ok && t.stmt != nil {
		assign, ok = t.stmt.Init.(*ast.AssignStmt)
	}
	if !ok || err == nil || len(assign.Lhs) != 2 {
		return nil
	}
	for _, e := range assign.Lhs {
		if id, ok := e.(*ast.Ident); ok && id.Name == err.Name {
			edits := []edit{g.edit(id, "_"), g.edit(t.cond, g.source(rest))}
			for _, use := range g.uses(t.body, err) {
				edits = append(edits, g.edit(use, "error(nil)"))
			}
			return [][]edit{edits}
		}
	}
	return nil
}

// uses returns the uses of a variable in statements.
func (g *guardCode) uses(list []ast.Stmt, v *ast.Ident) []*ast.Ident {
	info := g.file.pkg.TypesInfo
	var out []*ast.Ident
	ast.Inspect(&ast.BlockStmt{List: list}, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok && info.Uses[id] != nil && info.Uses[id] == info.ObjectOf(v) {
			out = append(out, id)
		}
		return true
	})
	return out
}

// dropRestore leaves out the call that restores, or puts a function that does
// nothing in the place of the one that does.
func dropRestore(s *site) [][]edit {
	call, ok := s.restore.(*ast.CallExpr)
	if !ok {
		sig, ok := s.file.pkg.TypesInfo.TypeOf(s.restore).(*types.Signature)
		if !ok || sig.Results().Len() > 0 {
			return nil
		}
		return [][]edit{{s.edit(s.restore, s.typeString(sig)+" {}")}}
	}
	switch parent := s.enclosing(call)[0].(type) {
	case *ast.ExprStmt, *ast.DeferStmt, *ast.GoStmt:
		text := ""
		if id, ok := call.Fun.(*ast.Ident); ok {
			if _, ok := s.file.pkg.TypesInfo.Uses[id].(*types.Var); ok {
				text = "_ = " + id.Name // or it would not be used
			}
		}
		return [][]edit{{s.edit(parent, text)}}
	}
	if types.Identical(s.file.pkg.TypesInfo.TypeOf(call), errorType) {
		return [][]edit{{s.edit(call, "error(nil)")}}
	}
	return nil
}
