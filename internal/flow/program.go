// Package flow is the dataflow core of all checks: SSA on demand, what branch
// conditions imply, access paths as the identity of objects, store-to-load
// forwarding, constant folding, and which calls never return.
package flow

import (
	"go/ast"
	"go/types"
	"reflect"
	"sync"
	"sync/atomic"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/config"
	"github.com/leapguard/leapguard/internal/models"
	"github.com/leapguard/leapguard/internal/rule"
)

// Core provides a [*Program] for every package, and [NoReturn] facts. Its
// triggers are what most functions that never return call in the end; those
// that only panic are too many to look for.
var Core = rule.NewCore(&analysis.Analyzer{
	Name:       "leapguardflow",
	Doc:        "builds SSA on demand for the checks of leapguard",
	ResultType: reflect.TypeFor[*Program](),
	FactTypes:  []analysis.Fact{new(NoReturn)},
	Run:        run,
}, rule.Triggers{{"Exit", "Fatal", "Fatalf", "Fatalln"}})

// A Program holds the SSA form of one package. It is built on first use, so a
// check that finds nothing of interest in the syntax costs nothing here. The
// methods may be called concurrently.
type Program struct {
	pass      *analysis.Pass
	noReturns *noReturns
	build     func() *built
	asked     atomic.Bool
}

type built struct {
	pkg     *ssa.Package
	funcs   []*ssa.Function
	globals func() map[*ssa.Global]*globalVar
}

// Of returns the program of the package under analysis. The analyzer must
// require Core.
func Of(pass *analysis.Pass) *Program {
	return pass.ResultOf[Core.Analyzer].(*Program)
}

func run(pass *analysis.Pass) (any, error) {
	if err := models.Check(); err != nil {
		return nil, err
	}
	if pass.ResultOf[config.Analyzer].(*config.Config).Outside {
		return newProgram(pass, new(noReturns)), nil
	}
	return newProgram(pass, inferNoReturns(pass)), nil
}

func newProgram(pass *analysis.Pass, noReturns *noReturns) *Program {
	p := &Program{pass: pass, noReturns: noReturns}
	p.build = sync.OnceValue(p.buildSSA)
	return p
}

// Built reports whether a check has asked for the SSA form.
func (p *Program) Built() bool { return p.asked.Load() }

// Package returns the SSA package.
func (p *Program) Package() *ssa.Package { return p.build().pkg }

// Funcs returns the source functions of the package, function literals
// included, in source order. Those of package initialisers come first.
func (p *Program) Funcs() []*ssa.Function { return p.build().funcs }

func (p *Program) buildSSA() *built {
	p.asked.Store(true)
	prog := ssa.NewProgram(p.pass.Fset, ssa.BuilderMode(0))
	prog.SetNoReturn(p.noReturns.function)
	for _, imp := range p.pass.Pkg.Imports() {
		prog.CreatePackage(imp, nil, nil, true)
	}
	pkg := prog.CreatePackage(p.pass.Pkg, p.pass.Files, p.pass.TypesInfo, false)
	pkg.Build()

	b := &built{pkg: pkg}
	b.globals = sync.OnceValue(func() map[*ssa.Global]*globalVar { return p.findGlobals(b.funcs) })
	var add func(fn *ssa.Function)
	add = func(fn *ssa.Function) {
		b.funcs = append(b.funcs, fn)
		for _, anon := range fn.AnonFuncs {
			add(anon)
		}
	}
	// Literals in initialisers of package variables belong to init.
	add(pkg.Func("init"))
	for _, file := range p.pass.Files {
		for _, decl := range file.Decls {
			if decl, ok := decl.(*ast.FuncDecl); ok && decl.Body != nil {
				if fn := prog.FuncValue(p.pass.TypesInfo.Defs[decl.Name].(*types.Func)); fn != nil {
					add(fn)
				}
			}
		}
	}
	p.bindCalls(b)
	return b
}
