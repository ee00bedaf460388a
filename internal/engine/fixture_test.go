package engine

import (
	"context"
	"fmt"
	"go/ast"
	"go/types"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/txtar"

	"github.com/leapguard/leapguard/internal/config"
	"github.com/leapguard/leapguard/internal/finding"
	"github.com/leapguard/leapguard/internal/flow"
	"github.com/leapguard/leapguard/internal/rule"
)

// marked is the fact of the objects that the check of these tests looks for.
type marked struct{ Comment string }

func (*marked) AFact()           {}
func (m *marked) String() string { return "marked " + m.Comment }

// markrule makes a check that reports every use of a function, method or
// constant whose doc comment says leapmark, and of functions that return a call of
// one, in whichever package they are declared.
func markrule() *rule.Rule {
	return rule.New(rule.Def{
		Meta: rule.Meta{
			Slug:     "mark",
			Title:    "uses of marked objects",
			Family:   rule.Guard,
			Severity: finding.Error,
			Profile:  config.Default,
			Triggers: rule.Triggers{{"leapmark"}},
		},
		Cores:     []*rule.Core{flow.Core},
		FactTypes: []analysis.Fact{new(marked)},
		Run:       runMark,
	})
}

func runMark(p *rule.Pass) error {
	isMarked := func(obj types.Object) bool {
		if fn, ok := obj.(*types.Func); ok {
			obj = fn.Origin()
		}
		return obj != nil && obj.Pkg() != nil && p.ImportObjectFact(obj, new(marked))
	}
	for _, file := range p.Files {
		for _, decl := range file.Decls {
			exportMarks(p, decl)
		}
	}
	for _, file := range p.Files {
		for _, decl := range file.Decls {
			exportWrapper(p, decl, isMarked)
		}
	}
	flow.Of(p.Pass).Funcs()
	uses := slices.SortedFunc(maps.Keys(p.TypesInfo.Uses), func(a, b *ast.Ident) int { return int(a.Pos() - b.Pos()) })
	for _, id := range uses {
		if isMarked(p.TypesInfo.Uses[id]) {
			p.Reportf(id, "%s is marked", id.Name)
		}
	}
	return nil
}

func exportMarks(p *rule.Pass, decl ast.Decl) {
	switch decl := decl.(type) {
	case *ast.FuncDecl:
		if strings.Contains(decl.Doc.Text(), "leapmark") {
			p.ExportObjectFact(p.TypesInfo.Defs[decl.Name], &marked{"func"})
		}
	case *ast.GenDecl:
		if !strings.Contains(decl.Doc.Text(), "leapmark") {
			return
		}
		for _, spec := range decl.Specs {
			switch spec := spec.(type) {
			case *ast.ValueSpec:
				p.ExportObjectFact(p.TypesInfo.Defs[spec.Names[0]], &marked{"value"})
			case *ast.TypeSpec:
				for m := range p.TypesInfo.Defs[spec.Name].Type().Underlying().(*types.Interface).Methods() {
					p.ExportObjectFact(m, &marked{"method"})
				}
			}
		}
	}
}

// exportWrapper marks a function whose body is one return of a marked call.
func exportWrapper(p *rule.Pass, decl ast.Decl, isMarked func(types.Object) bool) {
	fn, ok := decl.(*ast.FuncDecl)
	if !ok || fn.Body == nil || len(fn.Body.List) != 1 {
		return
	}
	ret, ok := fn.Body.List[0].(*ast.ReturnStmt)
	if !ok || len(ret.Results) != 1 {
		return
	}
	ast.Inspect(ret, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok && isMarked(p.TypesInfo.Uses[id]) {
			p.ExportObjectFact(p.TypesInfo.Defs[fn.Name], &marked{"wrapper"})
		}
		return true
	})
}

// unpack writes a txtar archive to a directory. A go.mod is added unless the
// archive has one.
func unpack(t *testing.T, archive string) string {
	t.Helper()
	dir, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	a := txtar.Parse([]byte(archive))
	hasMod := slices.ContainsFunc(a.Files, func(f txtar.File) bool { return f.Name == "go.mod" || f.Name == "go.work" })
	if !hasMod {
		a.Files = append(a.Files, txtar.File{Name: "go.mod", Data: []byte("module example.com/m\n\ngo 1.26\n")})
	}
	for _, f := range a.Files {
		name := filepath.Join(dir, f.Name)
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, f.Data, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// options are those of a hermetic run in dir.
func options(dir string, rules ...*rule.Rule) Options {
	env := append(os.Environ(), "GOFLAGS=", "GOWORK=", "GOPROXY=off", "GOTOOLCHAIN=local")
	return Options{Dir: dir, Env: env, Tests: true, Rules: rules}
}

func mustRun(t *testing.T, opts Options, patterns ...string) *Result {
	t.Helper()
	res, err := Run(context.Background(), opts, patterns...)
	if err != nil {
		t.Fatal(err)
	}
	for _, err := range res.Internal {
		t.Errorf("internal error: %v", err)
	}
	return res
}

// describe renders findings as "file:line slug message", files relative to dir.
func describe(dir string, findings []finding.Finding) []string {
	var out []string
	for _, f := range findings {
		rel, err := filepath.Rel(dir, f.File)
		if err != nil {
			rel = f.File
		}
		out = append(out, fmt.Sprintf("%s:%d %s %s", filepath.ToSlash(rel), f.Line, f.Analyzer, f.Message))
	}
	return out
}

// expected lists the lines of an archive that end in "// !".
func expected(archive string) []string {
	var out []string
	for _, f := range txtar.Parse([]byte(archive)).Files {
		for i, line := range strings.Split(string(f.Data), "\n") {
			if strings.HasSuffix(line, "// !") {
				out = append(out, fmt.Sprintf("%s:%d", f.Name, i+1))
			}
		}
	}
	slices.Sort(out)
	return out
}
