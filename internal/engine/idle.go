package engine

import (
	"bytes"
	"go/ast"
	"go/parser"
	"go/token"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/leapguard/leapguard/internal/rule"
)

// relevant leaves out what stands in functions that nobody calls. That can be
// known only where every package of the module is analysed, and only of functions
// that no other module can call. To a rule that is silent in tests, tests are
// nobody. An unexported function that nobody calls is a finding of other tools.
func (e *engine) relevant(u *unit, r *rule.Rule, diags []analysis.Diagnostic) []analysis.Diagnostic {
	if len(diags) == 0 || r.Family == rule.Directive || !e.graph.whole || u.usesCgo() || !e.graph.closed(u) {
		return diags
	}
	idle := make(map[*ast.FuncDecl]bool)
	return slices.DeleteFunc(diags, func(d analysis.Diagnostic) bool {
		fn := u.functionAt(d.Pos)
		if fn == nil || !fn.Name.IsExported() || isTestFile(e.fset.Position(d.Pos).Filename) {
			return false
		}
		out, known := idle[fn]
		if !known {
			out = !e.called(u, fn, !r.SilentInTests)
			idle[fn] = out
		}
		return out
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
		return program.Name == "main" && program.Module.Path == u.Module.Path && !isTestMain(program.Package) && !isExample(strings.TrimPrefix(program.PkgPath, u.Module.Path)) &&
			slices.ContainsFunc(program.deps, func(dep *unit) bool { return dep.PkgPath == u.PkgPath })
	})
}

// isExample reports whether a program shows how a library is used, by its path
// within the module.
func isExample(path string) bool {
	return slices.ContainsFunc(strings.Split(path, "/"), func(element string) bool {
		return strings.HasPrefix(strings.TrimPrefix(element, "_"), "example") || element == "demo" || element == "test"
	})
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

// called reports whether something may call an exported function of u: outside
// of the function, its name occurs in the package or in one that imports it, for this
// platform or another. A method counts as not called only where the module
// declares an interface for it, through which then nobody calls it either: of
// others, templates, encoders and frameworks of other modules can know. What cannot
// be read may call it.
func (e *engine) called(u *unit, fn *ast.FuncDecl, byTests bool) bool {
	if directed(fn.Doc) {
		return true
	}
	m := &mentions{name: fn.Name.Name, method: fn.Recv != nil, self: e.fset.PositionFor(fn.Pos(), false)}
	for _, other := range e.graph.candidates {
		if !m.method && other.PkgPath != u.PkgPath && !other.importsPath(u.PkgPath) {
			continue
		}
		for _, name := range slices.Concat(other.GoFiles, other.IgnoredFiles) {
			if !strings.HasSuffix(name, ".go") || !byTests && isTestFile(name) {
				continue
			}
			if src, err := e.read(name); err != nil || m.in(name, src) {
				return true
			}
		}
	}
	return m.method && !m.declared
}

func isTestFile(name string) bool { return strings.HasSuffix(name, "_test.go") }

// importsPath reports whether a package imports the one with a path itself.
func (u *unit) importsPath(path string) bool {
	for _, imp := range u.Imports {
		if imp.PkgPath == path {
			return true
		}
	}
	return false
}

// mentions are the places where the name of a function is used.
type mentions struct {
	name     string
	method   bool
	self     token.Position // of the function itself, which may call itself
	declared bool           // by an interface
}

// in reports whether a file uses the name, and notes whether it declares an
// interface with it.
func (m *mentions) in(filename string, src []byte) bool {
	if !holds(src, m.name) {
		return false
	}
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, filename, src, parser.SkipObjectResolution)
	if err != nil {
		return true
	}
	used := false
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncDecl:
			if fset.Position(n.Pos()) == m.self {
				return false
			}
			n.Name = ast.NewIdent("_")
		case *ast.InterfaceType:
			for _, method := range n.Methods.List {
				for _, name := range method.Names {
					m.declared = m.declared || name.Name == m.name
				}
				method.Names = nil
			}
		case *ast.SelectorExpr:
			used = used || n.Sel.Name == m.name
		case *ast.Ident:
			used = used || !m.method && n.Name == m.name
		case *ast.BasicLit:
			used = used || m.method && n.Kind == token.STRING && holds([]byte(n.Value), m.name)
		}
		return !used
	})
	return used
}

// holds reports whether a word occurs in a source, as [wordSet.scan] sees it.
func holds(src []byte, word string) bool {
	if !bytes.Contains(src, []byte(word)) {
		return false
	}
	set := make(wordSet)
	set.scan(src, func(w []byte) bool { return string(w) == word })
	return set[word]
}

// directed reports whether a comment gives a function to the linker or to C.
func directed(doc *ast.CommentGroup) bool {
	return doc != nil && slices.ContainsFunc(doc.List, func(c *ast.Comment) bool {
		return strings.HasPrefix(c.Text, "//export ") || strings.HasPrefix(c.Text, "//go:linkname ")
	})
}
