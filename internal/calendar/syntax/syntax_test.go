package syntax_test

import (
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/leapguard/leapguard/internal/calendar/syntax"
	"github.com/leapguard/leapguard/internal/flow"
)

// probe reports the text of what is passed to functions named show.
var probe = &analysis.Analyzer{
	Name:     "probe",
	Doc:      "reports source text",
	Requires: []*analysis.Analyzer{flow.Core.Analyzer},
	Run: func(pass *analysis.Pass) (any, error) {
		for _, fn := range flow.Of(pass).Funcs() {
			for call, callee := range flow.Calls(fn) {
				if callee != nil && callee.Name() == "show" {
					pass.Reportf(call.Pos(), "%q", syntax.Of(pass, flow.Resolve(flow.Args(call)[0])))
				}
			}
		}
		return nil, nil
	},
}

func TestOf(t *testing.T) {
	analysistest.Run(t, analysistest.TestData(), probe, "./...")
}
