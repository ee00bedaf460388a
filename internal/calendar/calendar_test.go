package calendar_test

import (
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/analysistest"
	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/calendar"
	"github.com/leapguard/leapguard/internal/flow"
)

// inspect calls f with the functions of package ./testdata/eval.
func inspect(t *testing.T, f func(*calendar.Program, *ssa.Function)) {
	t.Helper()
	analysistest.Run(t, analysistest.TestData(), &analysis.Analyzer{
		Name:     "inspect",
		Doc:      "calls a function of the test",
		Requires: []*analysis.Analyzer{flow.Core.Analyzer, calendar.Core.Analyzer},
		Run: func(pass *analysis.Pass) (any, error) {
			for _, fn := range flow.Of(pass).Funcs() {
				f(calendar.Of(pass), fn)
			}
			return nil, nil
		},
	}, "./eval")
}

func TestEval(t *testing.T) {
	wrongIn := map[string]int{"wrongCentury": 1700, "wrongNegation": 1584}
	seen := 0
	inspect(t, func(p *calendar.Program, fn *ssa.Function) {
		if !strings.HasPrefix(fn.Name(), "leap") && !strings.HasPrefix(fn.Name(), "wrong") {
			return
		}
		seen++
		first := 0
		for year := 1583; year <= 2400 && first == 0; year++ {
			got, ok := p.Eval(fn, year)
			if !ok || len(got) != 1 {
				t.Errorf("%s(%d) is not known", fn.Name(), year)
				return
			}
			if (got[0] != 0) != calendar.IsLeap(year) {
				first = year
			}
		}
		if first != wrongIn[fn.Name()] {
			t.Errorf("%s is wrong first in %d, want %d", fn.Name(), first, wrongIn[fn.Name()])
		}
	})
	if seen != 9 {
		t.Errorf("%d functions, want 9", seen)
	}
}

func TestEvalUnknown(t *testing.T) {
	inspect(t, func(p *calendar.Program, fn *ssa.Function) {
		if got, ok := p.Eval(fn, 2028); fn.Name() == "opaque" && ok {
			t.Errorf("opaque(2028) = %v, want unknown", got)
		}
	})
}

func TestFailingLeapYear(t *testing.T) {
	for _, test := range []struct {
		offset, want int
		ok           bool
	}{
		{1, 2028, true}, {-1, 2028, true}, {4, 2096, true}, {-4, 2104, true},
		{72, 2028, true}, {76, 2124, true},
		{100, 0, false}, {-100, 0, false}, {400, 0, false}, {-800, 0, false}, {0, 0, false},
	} {
		if got, ok := calendar.FailingLeapYear(test.offset); got != test.want || ok != test.ok {
			t.Errorf("FailingLeapYear(%d) = %d, %t, want %d, %t", test.offset, got, ok, test.want, test.ok)
		}
	}
}
