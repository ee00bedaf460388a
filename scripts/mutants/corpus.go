package main

import (
	"context"
	"go/ast"
	"go/token"
	"go/types"
	"os"
	"path/filepath"
	"slices"

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
	name     string // as the user gave it, with slashes
	dir      string // absolute
	fset     *token.FileSet
	files    map[string]*sourceFile // by absolute name
	own      map[*packages.Package]bool
	findings []finding.Finding // of the guard rules, in the module as it is
	sites    []*site           // in functions without findings
	rules    []*rule.Rule
}

type sourceFile struct {
	name string // absolute
	pkg  *packages.Package
	ast  *ast.File
	text []byte
}

// rulesFor returns the rules that judge mutants: those of the guard family, or all
// if there are faults of other kinds.
func rulesFor(faults bool) []*rule.Rule {
	if faults {
		return analyzers.All()
	}
	return guardRules()
}

// guardRules are the rules of the guard family.
func guardRules() []*rule.Rule {
	return slices.DeleteFunc(slices.Clone(analyzers.All()), func(r *rule.Rule) bool { return r.Family != rule.Guard })
}

// readCorpus reads the module in a directory and finds its sites.
func readCorpus(ctx context.Context, name string, faults bool) (*corpus, error) {
	dir, err := filepath.Abs(name)
	if err != nil {
		return nil, err
	}
	c := &corpus{name: filepath.ToSlash(name), dir: dir, fset: token.NewFileSet(), files: make(map[string]*sourceFile), own: make(map[*packages.Package]bool), rules: rulesFor(faults)}
	if err := c.load(ctx); err != nil {
		return nil, err
	}
	collect := audit.NewRule()
	res, err := engine.Run(ctx, engine.Options{Dir: dir, Rules: append(slices.Clone(c.rules), collect)}, "./...")
	if err != nil {
		return nil, err
	}
	c.findings = res.Findings
	var sites []*site
	for _, s := range res.Summaries[collect] {
		for _, w := range s.Value.(*guard.Audit).Ways {
			if s := c.guarded(w); s != nil {
				sites = append(sites, s)
			}
		}
	}
	sites = slices.Concat(sites, c.questions(), c.restores())
	if faults {
		sites = append(sites, c.broken()...)
	}
	c.sites = slices.DeleteFunc(sites, c.reported)
	return c, nil
}

func (c *corpus) load(ctx context.Context) error {
	pkgs, err := packages.Load(&packages.Config{
		Context: ctx, Dir: c.dir, Fset: c.fset,
		Mode: packages.NeedName | packages.NeedFiles | packages.NeedImports | packages.NeedDeps |
			packages.NeedSyntax | packages.NeedTypes | packages.NeedTypesInfo,
	}, "./...")
	if err != nil {
		return err
	}
	for _, pkg := range pkgs {
		if len(pkg.Errors) > 0 {
			continue
		}
		c.own[pkg] = true
		for _, f := range pkg.Syntax {
			name := c.fset.Position(f.Package).Filename
			text, err := os.ReadFile(name)
			if err != nil {
				return err
			}
			c.files[name] = &sourceFile{name, pkg, f, text}
		}
	}
	return nil
}

// reported reports whether a guard rule says something in the function of a site.
func (c *corpus) reported(s *site) bool {
	return slices.ContainsFunc(c.findings, func(f finding.Finding) bool {
		return f.File == s.file.name && within(f, c.fset.Position(s.fn.Pos()), c.fset.Position(s.fn.End()))
	})
}

func within(f finding.Finding, from, to token.Position) bool {
	return from.Line <= f.Line && f.Line <= to.Line
}

// functions calls f for each function with a body, in source order.
func (c *corpus) functions(f func(*sourceFile, *ast.FuncDecl)) {
	var names []string
	for name := range c.files {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		for _, d := range c.files[name].ast.Decls {
			if fn, ok := d.(*ast.FuncDecl); ok && fn.Body != nil {
				f(c.files[name], fn)
			}
		}
	}
}

// functionName names a function within its package: F, T.F or (*T).F.
func functionName(fn *ast.FuncDecl) string {
	if fn.Recv == nil || len(fn.Recv.List) == 0 {
		return fn.Name.Name
	}
	t := types.ExprString(fn.Recv.List[0].Type)
	if t[0] == '*' {
		t = "(" + t + ")"
	}
	return t + "." + fn.Name.Name
}
