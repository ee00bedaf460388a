package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/tools/go/ast/astutil"
	"golang.org/x/tools/go/packages"

	"github.com/leapguard/leapguard/analyzers"
	"github.com/leapguard/leapguard/internal/audit"
	"github.com/leapguard/leapguard/internal/engine"
	"github.com/leapguard/leapguard/internal/finding"
	"github.com/leapguard/leapguard/internal/guard"
	"github.com/leapguard/leapguard/internal/rule"
)

// A corpus is a module with guarded functions.
type corpus struct {
	dir   string
	fset  *token.FileSet
	files map[string]*sourceFile // by absolute name
	sites []*site
}

type sourceFile struct {
	name string // absolute
	pkg  *packages.Package
	ast  *ast.File
	text []byte
}

// A site is a guarded call of a danger, or a call that restores a protection.
type site struct {
	corpus *corpus
	file   *sourceFile
	fn     *ast.FuncDecl

	check   ast.Expr      // nil where restore is not
	danger  *ast.CallExpr // nil where restore is not
	object  string        // source text
	restore ast.Stmt
}

// guardRules are the rules of the guard family.
func guardRules() []*rule.Rule {
	return slices.DeleteFunc(slices.Clone(analyzers.All()), func(r *rule.Rule) bool { return r.Family != rule.Guard })
}

func readCorpus(ctx context.Context, dir string) (*corpus, error) {
	c := &corpus{dir: dir, fset: token.NewFileSet(), files: make(map[string]*sourceFile)}
	pkgs, err := packages.Load(&packages.Config{
		Context: ctx, Dir: dir, Fset: c.fset,
		Mode: packages.NeedName | packages.NeedFiles | packages.NeedImports | packages.NeedDeps |
			packages.NeedSyntax | packages.NeedTypes | packages.NeedTypesInfo,
	}, "./...")
	if err != nil {
		return nil, err
	}
	for _, pkg := range pkgs {
		if len(pkg.Errors) > 0 {
			continue
		}
		for _, f := range pkg.Syntax {
			name := c.fset.Position(f.Package).Filename
			text, err := os.ReadFile(name)
			if err != nil {
				return nil, err
			}
			c.files[name] = &sourceFile{name, pkg, f, text}
		}
	}
	collect := audit.NewRule()
	res, err := engine.Run(ctx, engine.Options{Dir: dir, Rules: append(guardRules(), collect)}, "./...")
	if err != nil {
		return nil, err
	}
	for _, s := range res.Summaries[collect] {
		for _, w := range s.Value.(*guard.Audit).Ways {
			if site := c.siteOf(w); site != nil && !c.reported(site, res.Findings) {
				c.sites = append(c.sites, site)
			}
		}
	}
	for _, s := range c.restores() {
		if !c.reported(s, res.Findings) {
			c.sites = append(c.sites, s)
		}
	}
	return c, nil
}

// reported reports whether a guard rule says something in the function.
func (c *corpus) reported(s *site, findings []finding.Finding) bool {
	return slices.ContainsFunc(findings, func(f finding.Finding) bool {
		return f.File == s.file.name && within(f, c.fset.Position(s.fn.Pos()), c.fset.Position(s.fn.End()))
	})
}

func within(f finding.Finding, from, to token.Position) bool {
	return from.Line <= f.Line && f.Line <= to.Line
}

// siteOf returns the site of a way whose check stands in the function of the
// call, nil for another.
func (c *corpus) siteOf(w guard.Way) *site {
	file := c.files[w.Pos.Filename]
	if file == nil || w.Standing != guard.Guarded || w.Check == nil || w.Check.Pos.Filename != w.Pos.Filename {
		return nil
	}
	s := &site{corpus: c, file: file, object: w.Object}
	s.danger, _ = c.exprAt(file, w.Pos.Offset, func(e ast.Expr) bool { _, ok := e.(*ast.CallExpr); return ok }).(*ast.CallExpr)
	s.check = c.exprAt(file, w.Check.Pos.Offset, func(e ast.Expr) bool { return types.ExprString(e) == w.Check.Text })
	if s.danger == nil || s.check == nil {
		return nil
	}
	s.fn = c.function(file, s.danger.Pos())
	if s.fn == nil || c.function(file, s.check.Pos()) != s.fn {
		return nil
	}
	return s
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

// function returns the declared function around a position.
func (c *corpus) function(file *sourceFile, pos token.Pos) *ast.FuncDecl {
	for _, d := range file.ast.Decls {
		if fn, ok := d.(*ast.FuncDecl); ok && fn.Pos() <= pos && pos < fn.End() {
			return fn
		}
	}
	return nil
}

// restores returns the sites at which a protection is switched on again: calls of
// what an //leapguard:off comment names, in functions that call one that has it.
func (c *corpus) restores() []*site {
	restores := make(map[string]bool)
	for _, file := range c.files {
		for _, group := range file.ast.Comments {
			for _, comment := range group.List {
				if rest, ok := strings.CutPrefix(comment.Text, "//leapguard:off "); ok {
					for word := range strings.FieldsSeq(rest) {
						if name, ok := strings.CutPrefix(word, "restore="); ok {
							restores[name[strings.LastIndexByte(name, '.')+1:]] = true
						}
					}
				}
			}
		}
	}
	var out []*site
	for _, name := range sortedFiles(c.files) {
		file := c.files[name]
		ast.Inspect(file.ast, func(n ast.Node) bool {
			var call *ast.CallExpr
			switch n := n.(type) {
			case *ast.ExprStmt:
				call, _ = n.X.(*ast.CallExpr)
			case *ast.DeferStmt:
				call = n.Call
			}
			if call != nil && restores[calledName(call)] {
				if fn := c.function(file, n.Pos()); fn != nil && !restores[fn.Name.Name] {
					out = append(out, &site{corpus: c, file: file, fn: fn, restore: n.(ast.Stmt)})
				}
			}
			return true
		})
	}
	return out
}

func sortedFiles(files map[string]*sourceFile) []string {
	var names []string
	for name := range files {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

func calledName(call *ast.CallExpr) string {
	switch f := ast.Unparen(call.Fun).(type) {
	case *ast.Ident:
		return f.Name
	case *ast.SelectorExpr:
		return f.Sel.Name
	}
	return ""
}

// enclosing returns the nodes around a node, innermost first, the node left out.
func (s *site) enclosing(n ast.Node) []ast.Node {
	path, _ := astutil.PathEnclosingInterval(s.file.ast, n.Pos(), n.End())
	if i := slices.Index(path, n); i >= 0 {
		return path[i+1:]
	}
	return path
}

// source returns the text of a node.
func (s *site) source(n ast.Node) string {
	return string(s.file.text[s.offset(n.Pos()):s.offset(n.End())])
}

func (s *site) offset(pos token.Pos) int { return s.corpus.fset.Position(pos).Offset }

// run decides the fate of the mutants of the corpus. Those of different packages
// are run together.
func (c *corpus) run(ctx context.Context, mutants []*mutant) error {
	for len(mutants) > 0 {
		var batch, rest []*mutant
		taken := make(map[*packages.Package]bool)
		for _, m := range mutants {
			if taken[m.site.file.pkg] {
				rest = append(rest, m)
				continue
			}
			taken[m.site.file.pkg] = true
			batch = append(batch, m)
		}
		if err := c.runBatch(ctx, batch); err != nil {
			return err
		}
		mutants = rest
	}
	return nil
}

func (c *corpus) runBatch(ctx context.Context, batch []*mutant) (err error) {
	tmp, err := os.MkdirTemp("", "mutants")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(tmp)) }()
	replace := make(map[string]string)
	var patterns []string
	for i, m := range batch {
		m.text = m.apply()
		name := filepath.Join(tmp, fmt.Sprintf("m%d.go", i))
		if err := os.WriteFile(name, m.text, 0o666); err != nil {
			return err
		}
		replace[m.site.file.name] = name
		patterns = append(patterns, m.site.file.pkg.PkgPath)
	}
	doc, err := json.Marshal(map[string]any{"Replace": replace})
	if err != nil {
		return err
	}
	file := filepath.Join(tmp, "overlay.json")
	if err := os.WriteFile(file, doc, 0o666); err != nil {
		return err
	}
	overlay, err := engine.ReadOverlay(file, tmp)
	if err != nil {
		return err
	}
	res, err := engine.Run(ctx, engine.Options{Dir: c.dir, Rules: guardRules(), Overlay: overlay}, patterns...)
	if err != nil {
		return err
	}
	for _, m := range batch {
		m.decide(res)
	}
	return nil
}

// decide tells what became of a mutant.
func (m *mutant) decide(res *engine.Result) {
	m.compiles = !slices.ContainsFunc(res.Skipped, func(e engine.PackageError) bool { return e.Package == m.site.file.pkg.PkgPath })
	fset := token.NewFileSet()
	f, err := parser.ParseFile(fset, m.site.file.name, m.text, parser.SkipObjectResolution)
	if err != nil {
		m.compiles = false
		return
	}
	for _, d := range f.Decls {
		fn, ok := d.(*ast.FuncDecl)
		if !ok || fn.Name.Name != m.site.fn.Name.Name || receiver(fn) != receiver(m.site.fn) {
			continue
		}
		for _, x := range res.Findings {
			if x.File == m.site.file.name && within(x, fset.Position(fn.Pos()), fset.Position(fn.End())) && slices.Contains(m.op.slugs, x.Analyzer) {
				m.killer = x.Analyzer
			}
		}
	}
}

func receiver(fn *ast.FuncDecl) string {
	if fn.Recv == nil || len(fn.Recv.List) == 0 {
		return ""
	}
	return types.ExprString(fn.Recv.List[0].Type)
}
