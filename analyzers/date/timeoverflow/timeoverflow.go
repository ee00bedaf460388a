package timeoverflow

import (
	_ "embed"
	"go/ast"
	"go/token"
	"go/types"
	"math"
	"strings"

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
		Slug:           "timeoverflow",
		Title:          "a time or a number of years that does not fit into the integer it is put in",
		Family:         rule.Date,
		Severity:       finding.Error,
		Confidence:     rule.High,
		Profile:        config.Default,
		Triggers:       rule.Triggers{{"UnixNano", "int32", "365", "366", "8760", "Year", "year", "Years", "years"}, {"UnixNano", "Unix", "Duration"}},
		Options:        []rule.AnyOption{most},
		OptionTriggers: map[string]rule.Triggers{most.Name: {{"Duration"}}},
		Since:          "0.1.0",
		CWE:            []int{190, 197},
		Fix:            rule.NoFix,
		Overlaps:       []string{"gosec G115 (any narrowing conversion)"},
		Page:           page,
		SilentInTests:  true,
	},
	Cores: []*rule.Core{flow.Core},
	Run:   run,
	Holds: vetted.Holds,
	Own:   true,
})

// Analyzer is the check's analyzer.
var Analyzer = Rule.Analyzer

func run(pass *rule.Pass) error {
	c := &check{pass: pass, suspects: make(map[token.Pos]ast.Expr), most: int64(most.In(pass))}
	c.longest = math.MaxInt64 / max(1, c.most)
	for n := range pass.Nodes() {
		c.suspect(n)
	}
	if len(c.suspects) == 0 {
		return nil
	}
	c.prog = flow.Of(pass.Pass)
	c.bounds = bounds.New(c.prog)
	c.finder = &vetted.Finder{Pass: pass.Pass, Flow: c.prog, Bounds: c.bounds}
	for _, fn := range c.prog.Funcs() {
		for _, block := range fn.Blocks {
			for _, instr := range block.Instrs {
				if v, ok := instr.(ssa.Value); ok && c.suspects[v.Pos()] != nil {
					c.value(v)
				}
			}
		}
	}
	vetted.Note(pass, c.doubts)
	return nil
}

type check struct {
	pass   *rule.Pass
	prog   *flow.Program
	bounds *bounds.Program
	// suspects are the expressions that may overflow by their syntax and types,
	// by the position that SSA knows them by.
	suspects map[token.Pos]ast.Expr
	most     int64 // value of the option
	longest  int64 // unit in nanoseconds of which most do not overflow yet
	finder   *vetted.Finder
	doubts   []vetted.Doubt
}

// suspect notes an expression that SSA must tell more about.
func (c *check) suspect(n ast.Node) {
	switch e := n.(type) {
	case *ast.CallExpr:
		if len(e.Args) == 1 && c.isCall(e.Args[0], "(time.Time).Unix") && isNarrow(c.pass.TypesInfo.Types[e.Fun]) ||
			len(e.Args) == 0 && c.isCall(e, "(time.Time).UnixNano") && !c.isNow(e) {
			c.suspects[e.Lparen] = e
		}
	case *ast.BinaryExpr:
		tv := c.pass.TypesInfo.Types[e]
		if e.Op == token.MUL && tv.Value == nil && isDuration(tv.Type) && c.constantFactor(e) > c.longest {
			c.suspects[e.OpPos] = e
		}
	}
}

// isNarrow reports whether a conversion is to the type that ends in 2038.
func isNarrow(fun types.TypeAndValue) bool {
	if !fun.IsType() {
		return false
	}
	b, ok := fun.Type.Underlying().(*types.Basic)
	return ok && b.Kind() == types.Int32
}

func (c *check) isCall(e ast.Expr, name string) bool {
	call, ok := ast.Unparen(e).(*ast.CallExpr)
	if !ok || !strings.HasSuffix(name, "."+syntax.CalledName(call)) {
		return false
	}
	fn := typeutil.StaticCallee(c.pass.TypesInfo, call)
	return fn != nil && fn.Pkg() != nil && fn.Pkg().Path() == "time" && fn.FullName() == name
}

// isNow reports whether a method is called on the result of time.Now.
func (c *check) isNow(call *ast.CallExpr) bool {
	sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
	return ok && c.isCall(sel.X, "time.Now")
}

func (c *check) value(v ssa.Value) {
	switch v := v.(type) {
	case *ssa.BinOp:
		c.product(v)
	case *ssa.Convert:
		c.seconds(v)
	case *ssa.Call:
		c.nanoseconds(v)
	}
}

func (c *check) inTest(pos token.Pos) bool {
	return syntax.InTest(c.pass.Pass, pos)
}

// report reports a finding on the expression at the position of an SSA value.
func (c *check) report(v ssa.Value, message string) {
	e := flow.ExprOf(c.pass.Pass, v)
	if e != nil {
		c.pass.Report(analysis.Diagnostic{Pos: e.Pos(), End: e.End(), Message: message})
	}
}

func isDuration(t types.Type) bool { return syntax.IsNamed(t, "time", "Duration") }
