package bounds_test

import (
	"fmt"
	"math"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/leapguard/leapguard/internal/calendar/bounds"
	"github.com/leapguard/leapguard/internal/flow"
)

// probe reports the range of what is passed to functions named at, and whether
// the package tests it.
var probe = &analysis.Analyzer{
	Name:     "probe",
	Doc:      "reports ranges",
	Requires: []*analysis.Analyzer{flow.Core.Analyzer},
	Run: func(pass *analysis.Pass) (any, error) {
		prog := flow.Of(pass)
		b := bounds.New(prog)
		for _, fn := range prog.Funcs() {
			for call, callee := range flow.Calls(fn) {
				if callee == nil || callee.Name() != "at" {
					continue
				}
				v := flow.Args(call)[0]
				r := b.At(v, call.Block())
				ordered := ""
				if b.Ordered(v) {
					ordered = " ordered"
				}
				pass.Reportf(call.Pos(), "[%s, %s]%s", end(r.Min), end(r.Max), ordered)
			}
		}
		return nil, nil
	},
}

func end(n int64) string {
	switch n {
	case math.MinInt64:
		return "-"
	case math.MaxInt64:
		return "+"
	}
	return fmt.Sprint(n)
}

func TestBounds(t *testing.T) {
	analysistest.Run(t, analysistest.TestData(), probe, "./...")
}
