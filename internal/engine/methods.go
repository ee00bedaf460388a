package engine

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"github.com/leapguard/leapguard/internal/finding"
	"github.com/leapguard/leapguard/internal/rule"
)

// A method is one of which names alone do not tell whether something calls it: others
// have the same name.
type method struct {
	unit *unit
	decl *ast.FuncDecl
	file string
	from int // line
	to   int
	fn   *types.Func
	set  map[string]string // signatures of the methods of its type by their names
}

// idle reports whether a finding stands in a method that nobody calls, where that can
// be known, see [engine.relevant]: all that have its name and are called are methods of
// other types, or of interfaces which its type does not implement.
func (c *code) idle(f finding.Finding) bool {
	m := c.methodAt(f)
	if m == nil {
		return false
	}
	name := m.decl.Name.Name
	for _, u := range c.engine.graph.candidates {
		if u.ForTest != "" || u != m.unit && u.helpsTests() || !slices.ContainsFunc(u.GoFiles, func(file string) bool { return c.inFile(file, []string{name}) }) {
			continue
		}
		if s := c.source(u); slices.ContainsFunc(s.Files, func(file *ast.File) bool { return m.usedIn(s, file) }) {
			return false
		}
	}
	return !c.embeds(typeName(m.fn))
}

// methodAt returns the method that a finding stands in, nil if it is in none, or if
// others than the module may call that.
func (c *code) methodAt(f finding.Finding) *method {
	g := c.engine.graph
	u := g.plain[f.Package]
	about := slices.ContainsFunc(c.engine.plan.rules, func(r *rule.Rule) bool { return r.Slug == f.Analyzer && r.Family == rule.Directive })
	if about || u == nil || u.Module == nil || isTestFile(f.File) || u.usesCgo() || !g.closed(u) {
		return nil
	}
	fset := token.NewFileSet()
	src, err := c.engine.read(f.File)
	if err != nil {
		return nil
	}
	file, _ := parser.ParseFile(fset, f.File, src, parser.SkipObjectResolution)
	if file == nil {
		return nil
	}
	for _, decl := range file.Decls {
		fn, ok := decl.(*ast.FuncDecl)
		if !ok || fn.Recv == nil || !fn.Name.IsExported() {
			continue
		}
		from, to := fset.Position(fn.Pos()).Line, fset.Position(fn.End()).Line
		if from <= f.Line && f.Line <= to && c.callers.declared(fn.Name.Name) {
			return c.typed(&method{unit: u, decl: fn, file: f.File, from: from, to: to})
		}
	}
	return nil
}

// typed completes a method by its type, nil if that is not known.
func (c *code) typed(m *method) *method {
	s := c.source(m.unit)
	for id, obj := range s.Info.Defs {
		fn, ok := obj.(*types.Func)
		if at := s.Fset.PositionFor(id.Pos(), false); !ok || id.Name != m.decl.Name.Name || at.Filename != m.file || at.Line < m.from || m.to < at.Line {
			continue
		}
		m.fn, m.set = fn, make(map[string]string)
		t := fn.Signature().Recv().Type()
		if _, ok := t.(*types.Pointer); !ok {
			t = types.NewPointer(t)
		}
		for sel := range types.NewMethodSet(t).Methods() {
			m.set[sel.Obj().Name()] = signature(sel.Obj())
		}
		return m
	}
	return nil
}

// usedIn reports whether a file may use the method, other than itself does.
func (m *method) usedIn(s *rule.Source, file *ast.File) bool {
	used := false
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.Ident:
			used = used || n.Name == m.decl.Name.Name && !m.holds(s.Fset.PositionFor(n.Pos(), false)) && m.meant(s, n)
		case *ast.BasicLit: // where frameworks look for methods
			used = used || n.Kind == token.STRING && holds([]byte(n.Value), m.decl.Name.Name)
		}
		return !used
	})
	return used
}

func (m *method) holds(at token.Position) bool {
	return at.Filename == m.file && m.from <= at.Line && at.Line <= m.to
}

// meant reports whether a name may stand for the method.
func (m *method) meant(s *rule.Source, id *ast.Ident) bool {
	if s.Info.Defs[id] != nil {
		return false // an interface that has it, or another one
	}
	obj, known := s.Info.Uses[id]
	if !known {
		return true
	}
	fn, ok := obj.(*types.Func)
	if !ok || fn.Signature().Recv() == nil {
		return false
	}
	iface, ok := fn.Signature().Recv().Type().Underlying().(*types.Interface)
	if !ok {
		return fn.Pkg() != nil && fn.Pkg().Path() == m.fn.Pkg().Path() && typeName(fn) == typeName(m.fn)
	}
	for other := range iface.Methods() {
		if m.set[other.Name()] != signature(other) {
			return false
		}
	}
	return true
}

// signature returns the text of the type of a method, without the names of parameters:
// packages that were type-checked apart do not share types.
func signature(method types.Object) string {
	sig := method.Type().(*types.Signature)
	var b strings.Builder
	for _, list := range []*types.Tuple{sig.Params(), sig.Results()} {
		for v := range list.Variables() {
			fmt.Fprintf(&b, "%s,", v.Type())
		}
		b.WriteByte(';')
	}
	return b.String()
}

// typeName returns the name of the type that a method is of.
func typeName(method *types.Func) string {
	t := types.Unalias(method.Signature().Recv().Type())
	if ptr, ok := t.(*types.Pointer); ok {
		t = types.Unalias(ptr.Elem())
	}
	if named, ok := t.(*types.Named); ok {
		return named.Obj().Name()
	}
	return ""
}

// embeds reports whether a struct of the module may embed a type of a name, and have
// its methods.
func (c *code) embeds(name string) bool {
	for _, u := range c.engine.graph.candidates {
		for _, filename := range u.GoFiles {
			if !c.inFile(filename, []string{name}) {
				continue
			}
			src, err := c.engine.read(filename)
			if err != nil {
				return true
			}
			file, err := parser.ParseFile(token.NewFileSet(), filename, src, parser.SkipObjectResolution)
			if err != nil || embedsIn(file, name) {
				return true
			}
		}
	}
	return false
}

func embedsIn(file *ast.File, name string) bool {
	found := false
	ast.Inspect(file, func(n ast.Node) bool {
		s, ok := n.(*ast.StructType)
		if !ok {
			return !found
		}
		for _, field := range s.Fields.List {
			found = found || field.Names == nil && embeddedName(field.Type) == name
		}
		return true
	})
	return found
}

func embeddedName(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.StarExpr:
		return embeddedName(e.X)
	case *ast.IndexExpr:
		return embeddedName(e.X)
	case *ast.IndexListExpr:
		return embeddedName(e.X)
	case *ast.SelectorExpr:
		return e.Sel.Name
	case *ast.Ident:
		return e.Name
	}
	return ""
}
