package engine

import (
	"go/ast"
	"go/token"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/leapguard/leapguard/internal/rule"
)

// relevant leaves out what stands in functions that nobody calls, or only such
// functions. That can be known only where every package of the module is analysed,
// and only of functions that no other module can call. Tests are nobody, but to a
// package that is there for them and a rule that speaks of tests.
func (e *engine) relevant(u *unit, r *rule.Rule, diags []analysis.Diagnostic) []analysis.Diagnostic {
	if len(diags) == 0 || r.Family == rule.Directive || !e.graph.whole || u.usesCgo() || !e.graph.closed(u) {
		return diags
	}
	c := &callers{engine: e, byTests: !r.SilentInTests && u.helpsTests(), live: make(map[token.Position]bool)}
	return slices.DeleteFunc(diags, func(d analysis.Diagnostic) bool {
		fn := u.functionAt(d.Pos)
		return fn != nil && !isTestFile(e.fset.Position(d.Pos).Filename) && !c.mayRun(u, fn)
	})
}

// closed reports whether other modules will not call what a package exports: it
// is internal or a program, or programs of its module are made of it, and the
// module has no package at its root that others could import.
func (g *graph) closed(u *unit) bool {
	if u.Name == "main" || slices.Contains(strings.Split(u.PkgPath, "/"), "internal") {
		return true
	}
	if root := g.plain[u.Module.Path]; root != nil && root.Name != "main" {
		return false
	}
	return slices.ContainsFunc(g.candidates, func(program *unit) bool {
		return program.Name == "main" && program.ForTest == "" && program.Module.Path == u.Module.Path &&
			!rule.IsAside(rule.WithinModule(program.PkgPath, program.Module.Path)) &&
			slices.ContainsFunc(program.deps, func(dep *unit) bool { return dep.PkgPath == u.PkgPath })
	})
}

// helpsTests reports whether a package is there for tests, such as one of mocks.
func (u *unit) helpsTests() bool {
	return u.Module != nil && rule.HelpsTests(rule.WithinModule(u.PkgPath, u.Module.Path))
}

// functionAt returns the declared function that holds a position.
func (u *unit) functionAt(pos token.Pos) *ast.FuncDecl {
	for _, file := range u.load.syntax {
		for _, decl := range file.Decls {
			if fn, ok := decl.(*ast.FuncDecl); ok && fn.Pos() <= pos && pos < fn.End() {
				return fn
			}
		}
	}
	return nil
}
