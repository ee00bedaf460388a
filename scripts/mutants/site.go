package main

import (
	"go/ast"
	"go/token"
	"go/types"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/tools/go/ast/astutil"

	"github.com/leapguard/leapguard/internal/guard"
)

// A kind is a kind of sites.
type kind string

const (
	guarding    kind = "guard"    // a declared check guards a declared danger
	questioning kind = "question" // a call whose failure keeps from what destroys by its name
	restoring   kind = "restore"  // a declared protection is switched on again
)

// A site is a place at which operators apply.
type site struct {
	kind   kind
	corpus *corpus
	file   *sourceFile
	fn     *ast.FuncDecl

	check   ast.Expr      // that guards the danger, nil for restoring
	danger  *ast.CallExpr // nil for restoring
	object  string        // source text of what a declared check is about
	restore ast.Expr      // the call that restores, or a function that is not called here
}

// guarded returns the site of a way whose check stands in the function of the
// call, nil for another.
func (c *corpus) guarded(w guard.Way) *site {
	file := c.files[w.Pos.Filename]
	if file == nil || w.Standing != guard.Guarded || w.Check == nil || w.Check.Pos.Filename != w.Pos.Filename {
		return nil
	}
	s := &site{kind: guarding, corpus: c, file: file, object: w.Object}
	s.danger, _ = c.exprAt(file, w.Pos.Offset, func(e ast.Expr) bool { _, ok := e.(*ast.CallExpr); return ok }).(*ast.CallExpr)
	s.check = c.exprAt(file, w.Check.Pos.Offset, func(e ast.Expr) bool { return types.ExprString(e) == w.Check.Text })
	if s.danger == nil || s.check == nil {
		return nil
	}
	for _, d := range file.ast.Decls {
		if fn, ok := d.(*ast.FuncDecl); ok && holds(fn, s.danger) && holds(fn, s.check) {
			s.fn = fn
			return s
		}
	}
	return nil
}

// exprAt returns the smallest expression that begins at an offset of a file and
// meets a condition.
func (c *corpus) exprAt(file *sourceFile, offset int, ok func(ast.Expr) bool) ast.Expr {
	var found ast.Expr
	ast.Inspect(file.ast, func(n ast.Node) bool {
		if e, isExpr := n.(ast.Expr); isExpr && c.fset.Position(e.Pos()).Offset == offset && ok(e) {
			found = e
		}
		return true
	})
	return found
}

// destroys matches the names of functions that destroy without a declaration.
var destroys = regexp.MustCompile(`^(Delete|Destroy|Wipe|Purge|Erase|Prune|RemoveAll)([A-Z]\w*)?$`)

// questions returns the calls that yield an answer and an error, where an if
// statement behind them leaves on an error, the answer is looked at in a
// condition or a loop, and something is destroyed below.
func (c *corpus) questions() []*site {
	var out []*site
	c.functions(func(file *sourceFile, fn *ast.FuncDecl) {
		var last *ast.CallExpr
		ast.Inspect(fn.Body, func(n ast.Node) bool {
			if call, ok := n.(*ast.CallExpr); ok && destroys.MatchString(calledName(call)) {
				last = call
			}
			return true
		})
		ast.Inspect(fn.Body, func(n ast.Node) bool {
			assign, ok := n.(*ast.AssignStmt)
			if !ok || len(assign.Lhs) != 2 || len(assign.Rhs) != 1 || last == nil || last.Pos() < assign.End() {
				return true
			}
			s := &site{kind: questioning, corpus: c, file: file, fn: fn, check: assign.Rhs[0], danger: last}
			if g := s.guard(); g != nil && g.holder == n && g.errorLeaves() && g.answerDecides() {
				out = append(out, s)
			}
			return true
		})
	})
	return out
}

// errorLeaves reports whether a test of the error leaves.
func (g *guardCode) errorLeaves() bool {
	return slices.ContainsFunc(g.tests, func(t *test) bool {
		return g.isError(t.cond) && !negative(t.cond) && leaves(t.body)
	})
}

// answerDecides reports whether the first result is looked at in a condition or
// loop before the danger.
func (g *guardCode) answerDecides() bool {
	if len(g.results) < 2 {
		return false
	}
	answer := g.results[:1]
	found := false
	ast.Inspect(g.fn.Body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.IfStmt:
			found = found || n.Pos() < g.danger.Pos() && g.mentions(n.Cond, answer)
		case *ast.RangeStmt:
			found = found || n.Pos() < g.danger.Pos() && g.mentions(n.X, answer)
		}
		return true
	})
	return found
}

// restores returns what switches a protection on again, in functions that switch
// one off: calls of what an //leapguard:off comment names, of functions of the
// module that call it and switch nothing off, and such functions as values.
func (c *corpus) restores() []*site {
	offs, ons := c.switches()
	var out []*site
	c.functions(func(file *sourceFile, fn *ast.FuncDecl) {
		if ons[fn.Name.Name] || !calls(fn, offs) {
			return
		}
		called := make(map[ast.Expr]bool)
		ast.Inspect(fn.Body, func(n ast.Node) bool {
			e, ok := n.(ast.Expr)
			if !ok {
				return true
			}
			call, isCall := e.(*ast.CallExpr)
			switch {
			case isCall && ons[calledName(call)]:
				called[ast.Unparen(call.Fun)] = true
			case isCall || called[e] || !ons[selected(e)]:
				return true
			}
			out = append(out, &site{kind: restoring, corpus: c, file: file, fn: fn, restore: e})
			return isCall
		})
	})
	return out
}

// switches returns the names of functions that switch protections off, and of
// those that switch them on again.
func (c *corpus) switches() (offs, ons map[string]bool) {
	offs, ons = make(map[string]bool), make(map[string]bool)
	c.functions(func(_ *sourceFile, fn *ast.FuncDecl) {
		if fn.Doc == nil {
			return
		}
		for _, comment := range fn.Doc.List {
			rest, ok := strings.CutPrefix(comment.Text, "//leapguard:off ")
			if !ok {
				continue
			}
			offs[fn.Name.Name] = true
			for word := range strings.FieldsSeq(rest) {
				if name, ok := strings.CutPrefix(word, "restore="); ok {
					ons[name[strings.LastIndexByte(name, '.')+1:]] = true
				}
			}
		}
	})
	helpers := make(map[string]bool)
	c.functions(func(_ *sourceFile, fn *ast.FuncDecl) {
		if !offs[fn.Name.Name] && !calls(fn, offs) && calls(fn, ons) {
			helpers[fn.Name.Name] = true
		}
	})
	for name := range helpers {
		ons[name] = true
	}
	return offs, ons
}

// calls reports whether a function calls one of the names.
func calls(fn *ast.FuncDecl, names map[string]bool) bool {
	found := false
	ast.Inspect(fn.Body, func(n ast.Node) bool {
		if call, ok := n.(*ast.CallExpr); ok && names[calledName(call)] {
			found = true
		}
		return true
	})
	return found
}

func calledName(call *ast.CallExpr) string {
	fun := ast.Unparen(call.Fun)
	if id, ok := fun.(*ast.Ident); ok {
		return id.Name
	}
	return selected(fun)
}

// selected returns the last name of a selector, "" for another expression.
func selected(e ast.Expr) string {
	if s, ok := e.(*ast.SelectorExpr); ok {
		return s.Sel.Name
	}
	return ""
}

// holds reports whether one node is in another.
func holds(outer, inner ast.Node) bool {
	return outer.Pos() <= inner.Pos() && inner.End() <= outer.End()
}

// enclosing returns the nodes around a node, innermost first, the node left out.
func (s *site) enclosing(n ast.Node) []ast.Node {
	path, _ := astutil.PathEnclosingInterval(s.file.ast, n.Pos(), n.End())
	if i := slices.Index(path, n); i >= 0 {
		return path[i+1:]
	}
	return path
}

// source returns the text of a node, "" for nil.
func (s *site) source(n ast.Node) string {
	if n == nil {
		return ""
	}
	return string(s.file.text[s.offset(n.Pos()):s.offset(n.End())])
}

func (s *site) offset(pos token.Pos) int { return s.corpus.fset.Position(pos).Offset }

// edit replaces a node by a text.
func (s *site) edit(n ast.Node, text string) edit {
	return edit{s.offset(n.Pos()), s.offset(n.End()), text}
}

// typeString writes a type as code of the file's package does.
func (s *site) typeString(t types.Type) string {
	return types.TypeString(t, func(p *types.Package) string {
		if p == s.file.pkg.Types {
			return ""
		}
		return p.Name()
	})
}
