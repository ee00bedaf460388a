package flow

import (
	"go/types"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/analysistest"
	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/config"
)

func TestNoReturnFacts(t *testing.T) {
	analysistest.Run(t, analysistest.TestData(), Core.Analyzer, "./die")
}

// TestNoReturnAcrossPackages reports the conditions at each call of danger.
func TestNoReturnAcrossPackages(t *testing.T) {
	conditions := &analysis.Analyzer{
		Name:     "conditions",
		Doc:      "reports the conditions at calls of danger",
		Requires: []*analysis.Analyzer{Core.Analyzer},
		Run: func(pass *analysis.Pass) (any, error) {
			for _, fn := range Of(pass).Funcs() {
				for call, callee := range Calls(fn) {
					if callee != nil && callee.Name() == "danger" {
						pass.Reportf(call.Pos(), "%s", strings.Join(texts(ConditionsAt(call.Block())), "; "))
					}
				}
			}
			return nil, nil
		},
	}
	analysistest.Run(t, analysistest.TestData(), conditions, "./use")
}

func TestOutside(t *testing.T) {
	pass := load(t, `func Die() { panic(1) }`).pass
	pass.ExportObjectFact = func(types.Object, analysis.Fact) { t.Error("fact about a package outside of the module") }
	pass.ResultOf = map[*analysis.Analyzer]any{config.Analyzer: &config.Config{Outside: true}}
	if _, err := run(pass); err != nil {
		t.Error(err)
	}
}

func TestStops(t *testing.T) {
	const prelude = `
import ("os"; "runtime"; "testing")
func die() { os.Exit(1) }
func live() {}
var _ = runtime.Goexit
var _ testing.TB
`
	for _, test := range []struct {
		name, body string
		want       bool
	}{
		{"listed", `os.Exit(1)`, true},
		{"inferred", `die()`, true},
		{"interface", `t.SkipNow()`, true},
		{"inferred, in variable", `f := die; f()`, true},
		{"listed, in variable", `f := runtime.Goexit; f()`, true},
		{"literal", `func() { t.FailNow() }()`, true},
		{"recovering literal", `func() { defer func() { recover() }(); panic(1) }()`, false},
		{"recursive literal", `var f func(); f = func() { f() }; f()`, false},
		{"function that returns", `live()`, false},
		{"parameter", `g()`, false},
		{"builtin", `println()`, false},
	} {
		t.Run(test.name, func(t *testing.T) {
			p := load(t, prelude+"func f(t testing.TB, g func()) {"+test.body+"\n}")
			var got []bool
			for call := range Calls(p.Package().Func("f")) {
				got = append(got, Stops(call.(*ssa.Call)))
			}
			if !slices.Equal(got, []bool{test.want}) {
				t.Errorf("got %t, want %t", got, test.want)
			}
		})
	}
}
