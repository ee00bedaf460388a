package flow

import (
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"sync"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"
)

// std imports packages of the standard library from source, each once.
var std = sync.OnceValues(func() (*token.FileSet, types.Importer) {
	fset := token.NewFileSet()
	return fset, importer.ForCompiler(fset, "source", nil)
})

// load builds a program from the sources of p.go and, if given, p_test.go.
func load(t *testing.T, sources ...string) *Program {
	t.Helper()
	fset, std := std()
	var files []*ast.File
	for i, src := range sources {
		file, err := parser.ParseFile(fset, []string{"p.go", "p_test.go"}[i], "package p\n"+src, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, file)
	}
	info := &types.Info{
		Types:        make(map[ast.Expr]types.TypeAndValue),
		Defs:         make(map[*ast.Ident]types.Object),
		Uses:         make(map[*ast.Ident]types.Object),
		Implicits:    make(map[ast.Node]types.Object),
		Instances:    make(map[*ast.Ident]types.Instance),
		Scopes:       make(map[ast.Node]*types.Scope),
		Selections:   make(map[*ast.SelectorExpr]*types.Selection),
		FileVersions: make(map[*ast.File]string),
	}
	conf := types.Config{Importer: std, GoVersion: "go1.26"}
	pkg, err := conf.Check("example.com/p", fset, files, info)
	if err != nil {
		t.Fatal(err)
	}
	pass := &analysis.Pass{
		Fset: fset, Files: files, Pkg: pkg, TypesInfo: info,
		TypesSizes:       types.SizesFor("gc", "amd64"),
		AllObjectFacts:   func() []analysis.ObjectFact { return nil },
		ExportObjectFact: func(types.Object, analysis.Fact) {},
	}
	return newProgram(pass, inferNoReturns(pass))
}

// calls returns the calls of the function named callee in the package, those
// in function literals included, in source order.
func calls(t *testing.T, p *Program, callee string) []ssa.CallInstruction {
	t.Helper()
	var out []ssa.CallInstruction
	for _, fn := range p.Funcs() {
		for call, f := range Calls(fn) {
			if f != nil && f.Name() == callee {
				out = append(out, call)
			}
		}
	}
	if len(out) == 0 {
		t.Fatalf("no call of %s", callee)
	}
	return out
}
