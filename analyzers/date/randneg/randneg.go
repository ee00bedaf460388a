package randneg

import (
	_ "embed"
	"fmt"
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"
	"golang.org/x/tools/go/types/typeutil"

	"github.com/leapguard/leapguard/internal/calendar/bounds"
	"github.com/leapguard/leapguard/internal/config"
	"github.com/leapguard/leapguard/internal/finding"
	"github.com/leapguard/leapguard/internal/flow"
	"github.com/leapguard/leapguard/internal/rule"
	"github.com/leapguard/leapguard/internal/syntax"
	"github.com/leapguard/leapguard/internal/vetted"
)

//go:embed doc.go
var page string

// Rule is the check.
var Rule = rule.New(rule.Def{
	Meta: rule.Meta{
		Slug:       "randneg",
		Title:      "a random number below, or a ticker of, a computed duration that can be zero or negative",
		Family:     rule.Date,
		Severity:   finding.Error,
		Confidence: rule.High,
		Profile:    config.Default,
		Triggers: rule.Triggers{
			{"Int63n", "Int31n", "Intn", "IntN", "Int64N", "Int32N", "N", "NewTicker", "Tick"},
			{"rand", "NewTicker", "Tick"},
			{"Duration", "Until", "Sub"},
			{"time"},
		},
		Options:        []rule.AnyOption{unchecked},
		OptionTriggers: map[string]rule.Triggers{unchecked.Name: {{"rand", "NewTicker", "Tick"}, {"ParseDuration"}}},

		Since:         "0.1.0",
		CWE:           []int{754, 1284},
		Fix:           rule.NoFix,
		Path:          rule.Leading,
		Page:          page,
		SilentInTests: true,
	},
	Cores: []*rule.Core{flow.Core},
	Run:   run,
	Holds: vetted.Holds,
	Own:   true,
})

// Analyzer is the check's analyzer.
var Analyzer = Rule.Analyzer

// A sink is a function that does not take numbers below 1.
type sink struct {
	arg   int // index of the number among receiver and parameters
	fails string
}

var sinks = map[string]sink{
	"math/rand.Int31n":            {0, "panics"},
	"math/rand.Int63n":            {0, "panics"},
	"math/rand.Intn":              {0, "panics"},
	"(*math/rand.Rand).Int31n":    {1, "panics"},
	"(*math/rand.Rand).Int63n":    {1, "panics"},
	"(*math/rand.Rand).Intn":      {1, "panics"},
	"math/rand/v2.Int32N":         {0, "panics"},
	"math/rand/v2.Int64N":         {0, "panics"},
	"math/rand/v2.IntN":           {0, "panics"},
	"math/rand/v2.N":              {0, "panics"},
	"(*math/rand/v2.Rand).Int32N": {1, "panics"},
	"(*math/rand/v2.Rand).Int64N": {1, "panics"},
	"(*math/rand/v2.Rand).IntN":   {1, "panics"},
	"time.NewTicker":              {0, "panics"},
	"(*time.Ticker).Reset":        {1, "panics"},
	"time.Tick":                   {0, "returns a nil channel"},
}

func run(pass *rule.Pass) error {
	calls := suspects(pass, unchecked.In(pass))
	if len(calls) == 0 {
		return nil
	}
	prog := flow.Of(pass.Pass)
	c := &check{pass: pass, prog: prog, bounds: bounds.New(prog)}
	c.finder = &vetted.Finder{Pass: pass.Pass, Flow: prog, Bounds: c.bounds}
	for _, fn := range prog.Funcs() {
		for call, callee := range flow.Calls(fn) {
			if callee == nil || !calls[call.Pos()] {
				continue
			}
			if s, ok := sinks[flow.Name(callee)]; ok {
				c.call(call, s)
			}
		}
	}
	vetted.Note(pass, c.doubts)
	return nil
}

// suspects returns the positions of the calls of sinks, those of their
// parentheses, whose argument may be computed, or is not constant if plain says
// that others count too. Without one there is no need of SSA.
func suspects(pass *rule.Pass, plain bool) map[token.Pos]bool {
	calls := make(map[token.Pos]bool)
	for n := range pass.Nodes() {
		call, ok := n.(*ast.CallExpr)
		if !ok || len(call.Args) != 1 || pass.TypesInfo.Types[call.Args[0]].Value != nil {
			continue
		}
		fn := typeutil.StaticCallee(pass.TypesInfo, call)
		if fn == nil || fn.Pkg() == nil {
			continue
		}
		switch fn.Pkg().Path() {
		case "math/rand", "math/rand/v2":
			if isSink(fn) && !isLength(pass.TypesInfo, call.Args[0]) {
				calls[call.Lparen] = true
			}
		case "time":
			if isSink(fn) && (plain || isComputed(pass.TypesInfo, call.Args[0])) {
				calls[call.Lparen] = true
			}
		}
	}
	return calls
}

func isSink(fn *types.Func) bool {
	_, ok := sinks[flow.Name(fn.Origin())]
	return ok
}

func isLength(info *types.Info, e ast.Expr) bool {
	call, ok := ast.Unparen(e).(*ast.CallExpr)
	if !ok {
		return false
	}
	b, ok := typeutil.Callee(info, call).(*types.Builtin)
	return ok && b.Name() == "len"
}

// isComputed reports whether an expression is not a parameter, field, element
// or package variable alone.
func isComputed(info *types.Info, e ast.Expr) bool {
	switch e := ast.Unparen(e).(type) {
	case *ast.Ident:
		v, ok := info.Uses[e].(*types.Var)
		return ok && v.Kind() == types.LocalVar
	case *ast.CallExpr:
		if info.Types[e.Fun].IsType() {
			return isComputed(info, e.Args[0])
		}
		return true
	case *ast.BinaryExpr:
		return true
	}
	return false
}

type check struct {
	pass   *rule.Pass
	prog   *flow.Program
	bounds *bounds.Program
	// outside says that the argument at hand is a Duration and that numbers
	// from outside count, see unchecked.
	outside bool
	tests   map[any]bool // see tested
	finder  *vetted.Finder
	doubts  []vetted.Doubt
}

// call reports a call whose argument is shown not to be positive for some
// input.
func (c *check) call(call ssa.CallInstruction, s sink) {
	arg := flow.Args(call)[s.arg]
	conds := c.bounds.ConditionsAt(call.Block())
	c.outside = unchecked.In(c.pass) && isDuration(arg)
	w := c.witness(arg, conds, maxDepth)
	if w == nil {
		return
	}
	expr, ok := syntax.ExprAt(c.pass.Pass, call.Pos()).(*ast.CallExpr)
	if !ok {
		return
	}
	message := fmt.Sprintf("%s %s: %s", syntax.Text(expr), s.fails, w.reason)
	if len(w.origins) > 0 {
		c.doubts = append(c.doubts, vetted.Doubt{Place: c.pass.RangeOf(expr), Origins: w.origins, Difference: w.difference})
	}
	c.pass.Report(analysis.Diagnostic{Pos: expr.Pos(), End: expr.End(), Message: message, Related: w.related})
}
