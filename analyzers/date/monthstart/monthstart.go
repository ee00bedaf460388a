package monthstart

import (
	_ "embed"
	"go/ast"
	"go/constant"
	"go/token"

	"golang.org/x/tools/go/analysis"

	"github.com/leapguard/leapguard/internal/calendar"
	"github.com/leapguard/leapguard/internal/config"
	"github.com/leapguard/leapguard/internal/finding"
	"github.com/leapguard/leapguard/internal/flow"
	"github.com/leapguard/leapguard/internal/rule"
	"github.com/leapguard/leapguard/internal/syntax"
)

//go:embed doc.go
var page string

// Rule is the check.
var Rule = rule.New(rule.Def{
	Meta: rule.Meta{
		Slug:       "monthstart",
		Title:      "a start or end of a month that is off by a part of a day or by a day",
		Family:     rule.Date,
		Severity:   finding.Warning,
		Confidence: rule.High,
		Profile:    config.Default,
		Triggers:   rule.Triggers{{"AddDate", "Date"}, {"Date", "Day"}},
		Since:      "0.1.0",
		CWE:        []int{682, 193},
		Fix:        rule.UnsafeFix,
		Path:       rule.Following,
		Page:       page,
	},
	Cores:     []*rule.Core{calendar.Core, flow.Core},
	FactTypes: []analysis.Fact{new(KeepsClock)},
	Run:       run,
})

// Analyzer is the check's analyzer.
var Analyzer = Rule.Analyzer

func run(pass *rule.Pass) error {
	c := &check{pass: pass, dates: calendar.Of(pass.Pass), facts: len(pass.AllObjectFacts()) > 0}
	if !c.dates.Mentions("time.Date", "(time.Time).AddDate") && !c.facts {
		return nil
	}
	for _, file := range pass.Files { // also silent ones, for their facts
		for _, n := range syntax.NodesOf(pass.Pass, file) {
			if call, ok := n.(*ast.CallExpr); ok {
				c.call(call)
			}
		}
	}
	if c.moves {
		c.clocks()
	}
	return nil
}

type check struct {
	pass  *rule.Pass
	dates *calendar.Program
	facts bool // there are some about functions of other packages
	// moves says that some call may yield a start of a month that keeps the
	// clock: only then SSA is worth building.
	moves bool
}

// call judges a call of time.Date, and notes whether there is one that may move
// a time to the first of a month.
func (c *check) call(call *ast.CallExpr) {
	if name := syntax.CalledName(call); !c.facts && name != "Date" && name != "AddDate" {
		return
	}
	fn := c.pass.Callee(call)
	if fn == nil || fn.Pkg() == nil {
		return
	}
	switch {
	case fn.Pkg() == c.pass.Pkg:
	case fn.Pkg().Path() != "time":
		c.moves = c.moves || c.pass.ImportObjectFact(fn.Origin(), new(KeepsClock))
	case flow.Name(fn) == "time.Date" && len(call.Args) == 8:
		c.date(call, c.pass.Enclosing(call))
	case flow.Name(fn) == "(time.Time).AddDate" && len(call.Args) == 3:
		c.moves = c.moves || reckons(call.Args[2]) && c.dates.Mentions("(time.Time).Day", "(time.Time).Date")
	}
}

// reckons reports whether an expression is a sum or difference.
func reckons(e ast.Expr) bool {
	switch e := ast.Unparen(e).(type) {
	case *ast.BinaryExpr:
		return e.Op == token.ADD || e.Op == token.SUB
	case *ast.Ident:
		return true // a variable may hold one
	}
	return false
}

// integer returns the value of a constant integer.
func (c *check) integer(e ast.Expr) (int, bool) {
	v := c.pass.TypesInfo.Types[e].Value
	if v == nil {
		return 0, false
	}
	n, exact := constant.Int64Val(constant.ToInt(v))
	return int(n), exact
}
