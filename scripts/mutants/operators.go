package main

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
)

// An operator breaks the guard of a site, in each of the ways that apply returns.
type operator struct {
	name  string
	slugs []string // of the rules that report what it does
	apply func(s *site) [][]edit
}

var operators = []*operator{
	{"remove the guard", []string{"unguarded"}, remove},
	{"invert it", []string{"unguarded"}, invert},
	{"ignore its result", []string{"ignoredguard", "unguarded"}, ignore},
	{"move it behind the danger", []string{"unguarded"}, move},
	{"check another object", []string{"unguarded"}, other},
	{"let its error fall through", []string{"failopen", "ignoredguard", "unguarded"}, fallThrough},
	{"drop the restore", []string{"unrestored"}, dropRestore},
}

// A guarding is the code that makes a check count: the statement that holds it
// and, if that assigns its results, the if statements that look at them.
type guarding struct {
	*site
	holder  ast.Stmt   // an element of list
	list    []ast.Stmt // of the block around it
	ifs     []*ast.IfStmt
	results []types.Object // that the check is assigned to
}

func (s *site) guarding() *guarding {
	if s.check == nil {
		return nil
	}
	g := &guarding{site: s}
	for _, n := range s.enclosing(s.check) {
		if list := statements(n); list != nil {
			i := slices.IndexFunc(list, func(stmt ast.Stmt) bool { return stmt.Pos() <= s.check.Pos() && s.check.End() <= stmt.End() })
			if i < 0 {
				return nil
			}
			g.list, g.holder = list, list[i]
			break
		}
	}
	switch holder := g.holder.(type) {
	case *ast.IfStmt:
		if holder.Body.Pos() < s.check.Pos() {
			return nil // in an else if
		}
		g.ifs = []*ast.IfStmt{holder}
		if init, ok := holder.Init.(*ast.AssignStmt); ok {
			g.results = g.objects(init.Lhs)
		}
	case *ast.AssignStmt:
		g.results = g.objects(holder.Lhs)
		i := slices.Index(g.list, g.holder)
		for _, stmt := range g.list[i+1:] {
			if cond, ok := stmt.(*ast.IfStmt); ok && cond.Init == nil && g.uses(cond.Cond) {
				g.ifs = append(g.ifs, cond)
			}
		}
	}
	if len(g.ifs) == 0 {
		return nil
	}
	return g
}

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

func (g *guarding) objects(list []ast.Expr) []types.Object {
	var out []types.Object
	for _, e := range list {
		if id, ok := e.(*ast.Ident); ok {
			if obj := g.file.pkg.TypesInfo.ObjectOf(id); obj != nil {
				out = append(out, obj)
			}
		}
	}
	return out
}

// uses reports whether an expression uses a result of the check.
func (g *guarding) uses(e ast.Expr) bool {
	found := false
	ast.Inspect(e, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok && slices.Contains(g.results, g.file.pkg.TypesInfo.Uses[id]) {
			found = true
		}
		return true
	})
	return found
}

func (g *guarding) edit(n ast.Node, text string) edit {
	return edit{g.offset(n.Pos()), g.offset(n.End()), text}
}

// unguard replaces the if statements by what they run when the check permits,
// with lead in the place of the check.
func (g *guarding) unguard(lead string) []edit {
	var edits []edit
	if assign, ok := g.holder.(*ast.AssignStmt); ok {
		edits = append(edits, g.edit(assign, lead))
		lead = ""
	}
	for _, i := range g.ifs {
		text := ""
		switch {
		case g.holds(i.Body):
			text = g.source(i.Body)
		case i.Else != nil:
			text = g.source(i.Else)
		}
		if lead != "" && text != "" {
			text = lead + "\n" + text
		} else {
			text = lead + text
		}
		edits = append(edits, g.edit(i, text))
	}
	return edits
}

// holds reports whether the danger is in a node.
func (s *site) holds(n ast.Node) bool { return n.Pos() <= s.danger.Pos() && s.danger.End() <= n.End() }

func remove(s *site) [][]edit {
	if g := s.guarding(); g != nil {
		return [][]edit{g.unguard("")}
	}
	return nil
}

func ignore(s *site) [][]edit {
	g := s.guarding()
	if g == nil {
		return nil
	}
	if call, ok := s.check.(*ast.CallExpr); ok {
		return [][]edit{g.unguard(g.source(call))}
	}
	return nil
}

// move puts the guard behind the statement with the danger, where both stand in
// one block and the danger does not end it.
func move(s *site) [][]edit {
	g := s.guarding()
	if g == nil {
		return nil
	}
	at := slices.IndexFunc(g.list, func(stmt ast.Stmt) bool { return g.holds(stmt) })
	last := g.ifs[len(g.ifs)-1]
	if at < 0 || at <= slices.Index(g.list, ast.Stmt(last)) {
		return nil
	}
	if _, ends := g.list[at].(*ast.ReturnStmt); ends {
		return nil
	}
	from, to := g.offset(g.holder.Pos()), g.offset(last.End())
	behind := g.offset(g.list[at].End())
	return [][]edit{{{from, to, ""}, {behind, behind, "\n" + string(g.file.text[from:to])}}}
}

// invert negates each of the conditions in turn, the error's aside unless it is
// all that there is.
func invert(s *site) [][]edit {
	g := s.guarding()
	if g == nil {
		return nil
	}
	var errors, answers [][]edit
	for _, i := range g.ifs {
		for _, operand := range operands(i.Cond) {
			e := ast.Expr(operand)
			if !g.uses(e) && !(e.Pos() <= s.check.Pos() && s.check.End() <= e.End()) {
				continue
			}
			edits := []edit{g.edit(e, negated(g, e))}
			if g.isError(e) {
				errors = append(errors, edits)
			} else {
				answers = append(answers, edits)
			}
		}
	}
	if len(answers) > 0 {
		return answers
	}
	return errors
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

func negated(g *guarding, e ast.Expr) string {
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

var errorType = types.Universe.Lookup("error").Type()

// isError reports whether an operand compares an error.
func (g *guarding) isError(e ast.Expr) bool {
	b, ok := e.(*ast.BinaryExpr)
	return ok && types.Identical(g.file.pkg.TypesInfo.TypeOf(b.X), errorType)
}

// other puts another object of the same type in the place of the checked one: a
// variable in scope, else a new one.
func other(s *site) [][]edit {
	if s.check == nil || s.object == "" {
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
		return [][]edit{{{s.offset(object.Pos()), s.offset(object.End()), text}}}
	}
	return nil
}

func (s *site) substitute(object ast.Expr) string {
	info := s.file.pkg.TypesInfo
	t := info.TypeOf(object)
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
	qualifier := func(p *types.Package) string {
		if p == s.file.pkg.Types {
			return ""
		}
		return p.Name()
	}
	if p, ok := t.Underlying().(*types.Pointer); ok {
		return "new(" + types.TypeString(p.Elem(), qualifier) + ")"
	}
	switch u := t.Underlying().(type) {
	case *types.Struct:
		return "(" + types.TypeString(t, qualifier) + "{})"
	case *types.Basic:
		if u.Info()&types.IsString != 0 {
			return types.TypeString(t, qualifier) + `("other")`
		}
	}
	return ""
}

// fallThrough lets control go on when the check fails: where the error has an if
// statement of its own, that only prints; else nobody looks at the error.
func fallThrough(s *site) [][]edit {
	g := s.guarding()
	if g == nil {
		return nil
	}
	for _, i := range g.ifs {
		terms := operands(i.Cond)
		at := slices.IndexFunc(terms, g.isError)
		switch {
		case at < 0:
		case len(terms) == 1 && !g.holds(i.Body):
			return [][]edit{{g.edit(i.Body, "{\nprintln("+g.source(terms[0].(*ast.BinaryExpr).X)+".Error())\n}")}}
		case len(terms) == 2:
			err, _ := terms[at].(*ast.BinaryExpr).X.(*ast.Ident)
			return g.dropError(i, terms[1-at], err)
		}
	}
	return nil
}

// dropError assigns the error of a check to the blank identifier and leaves the
// other condition alone.
func (g *guarding) dropError(i *ast.IfStmt, rest ast.Expr, err *ast.Ident) [][]edit {
	assign, ok := g.holder.(*ast.AssignStmt)
	if !ok {
		assign, ok = i.Init.(*ast.AssignStmt)
	}
	if !ok || err == nil || len(assign.Lhs) != 2 {
		return nil
	}
	for _, e := range assign.Lhs {
		if id, ok := e.(*ast.Ident); ok && id.Name == err.Name {
			return [][]edit{{g.edit(id, "_"), g.edit(i.Cond, g.source(rest))}}
		}
	}
	return nil
}

func dropRestore(s *site) [][]edit {
	if s.restore == nil {
		return nil
	}
	return [][]edit{{{s.offset(s.restore.Pos()), s.offset(s.restore.End()), ""}}}
}
