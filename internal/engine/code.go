package engine

import (
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"github.com/leapguard/leapguard/internal/rule"
)

// code type-checks again, once all checks have run, those packages that a check asks
// for. It implements [rule.Code].
type code struct {
	engine  *engine
	callers *callers
	sources map[*unit]*rule.Source
	using   map[string][]*rule.Source
}

func newCode(e *engine) *code {
	return &code{e, &callers{engine: e, live: make(map[token.Position]bool)}, make(map[*unit]*rule.Source), make(map[string][]*rule.Source)}
}

func (c *code) Closed(pkg string) bool {
	g := c.engine.graph
	u := g.plain[pkg]
	return u != nil && u.Module != nil && (g.closed(u) || slices.ContainsFunc(g.candidates, func(program *unit) bool {
		// What lies below a program that uses it is there for that.
		return program.Name == "main" && strings.HasPrefix(pkg, program.PkgPath+"/") && program.closure.has(u.index)
	}))
}

func (c *code) Declares(method string) bool { return c.callers.declared(method) }

func (c *code) Package(path string) *rule.Source {
	u := c.engine.graph.plain[path]
	if u == nil {
		return nil
	}
	return c.source(u)
}

func (c *code) Using(pkg string, words ...string) []*rule.Source {
	used := c.engine.graph.plain[pkg]
	if used == nil {
		return nil
	}
	key := pkg + " " + strings.Join(words, " ")
	out, known := c.using[key]
	if known {
		return out
	}
	for _, u := range c.engine.graph.candidates {
		if u.ForTest == "" && (u == used || u.closure.has(used.index)) && slices.ContainsFunc(u.GoFiles, func(name string) bool { return c.inFile(name, words) }) {
			out = append(out, c.source(u))
		}
	}
	c.using[key] = out
	return out
}

func (c *code) inFile(name string, words []string) bool {
	src, err := c.engine.read(name)
	return err == nil && slices.ContainsFunc(words, func(word string) bool { return holds(src, word) })
}

// source type-checks a unit. Its target may be the variant with tests, and what
// the checks needed of that is gone.
func (c *code) source(u *unit) *rule.Source {
	if s := c.sources[u]; s != nil {
		return s
	}
	e := c.engine
	s := &rule.Source{Fset: e.fset, Info: &types.Info{
		Types:      make(map[ast.Expr]types.TypeAndValue),
		Defs:       make(map[*ast.Ident]types.Object),
		Uses:       make(map[*ast.Ident]types.Object),
		Selections: make(map[*ast.SelectorExpr]*types.Selection),
	}}
	c.sources[u] = s
	e.loader.imports(u)
	for _, name := range u.GoFiles {
		src, err := e.read(name)
		if err != nil {
			continue
		}
		if f, _ := parser.ParseFile(e.fset, name, src, parser.ParseComments|parser.SkipObjectResolution); f != nil {
			s.Files = append(s.Files, f)
		}
	}
	c.typeCheck(u, s.Files, s.Info)
	return s
}

// typeCheck fills in what can be known; errors were reported before.
func (c *code) typeCheck(u *unit, files []*ast.File, info *types.Info) {
	cfg := &types.Config{
		Importer:    importer{&c.engine.loader, u},
		Sizes:       u.TypesSizes,
		GoVersion:   goVersion(u.Package),
		FakeImportC: true,
		Error:       func(error) {},
	}
	_, _ = cfg.Check(u.PkgPath, c.engine.fset, files, info)
}
