package guard

import (
	"fmt"
	"go/types"
	"os"
	"strings"
	"testing"
	"time"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/packages"

	"github.com/leapguard/leapguard/internal/flow"
)

func TestStress(t *testing.T) {
	a := &analysis.Analyzer{Name: "stress", Doc: "x", Requires: []*analysis.Analyzer{flow.Core.Analyzer},
		Run: func(pass *analysis.Pass) (any, error) {
			p := newPackage(pass)
			p.own = resolve(pass.Pkg, pass.TypesInfo, nil)
			for _, obj := range pass.TypesInfo.Defs {
				switch obj := obj.(type) {
				case *types.Func:
					sig := obj.Signature()
					if sig.Params().Len() == 0 && sig.Recv() == nil {
						continue
					}
					o := Object{Param: 0}
					if sig.Recv() != nil {
						o.Param = Receiver
					}
					r, e := resultsOf(sig)
					switch {
					case e >= 0:
						p.own.funcs[obj] = &FuncFact{Checks: []Check{{"k", o, Nil, -1, e}}}
					case r >= 0 && isBoolean(sig.Results().At(r).Type()):
						p.own.funcs[obj] = &FuncFact{Checks: []Check{{"k", o, True, r, -1}}}
					case len(obj.Name())%3 == 0:
						p.own.funcs[obj] = &FuncFact{Dangers: []Effect{{"k", o}}}
					}
				case *types.Var:
					if obj.IsField() && isBool(obj.Type()) {
						p.own.flags[obj] = &FlagFact{[]Flag{{"k", True}}}
					}
				}
			}
			start := time.Now()
			p.inferChecks()
			c := time.Since(start)
			p.inferNeeds()
			n := 0
			for _, f := range p.inferred {
				n += len(f.Checks) + len(f.Yields)
			}
			fmt.Printf("%s: funcs %d inferred %d sites %d checks %v total %v\n", pass.Pkg.Path(), len(p.prog.Funcs()), n, len(p.sites), c, time.Since(start))
			return nil, nil
		}}
	pkgs, err := packages.Load(&packages.Config{Mode: packages.LoadAllSyntax | packages.NeedModule, Dir: os.Getenv("DIR")}, strings.Fields(os.Getenv("PKGS"))...)
	if err != nil {
		t.Fatal(err)
	}
	g, err := checker.Analyze([]*analysis.Analyzer{a}, pkgs, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range g.Roots {
		for a := range g.All() { if a.Err != nil && a.Analyzer.Name == "leapguardflow" { t.Log(a.Err) } }
		if r.Err != nil {
			t.Error(r, r.Err)
		}
	}
}
