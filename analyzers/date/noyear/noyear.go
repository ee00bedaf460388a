package noyear

import (
	_ "embed"
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/calendar"
	"github.com/leapguard/leapguard/internal/config"
	"github.com/leapguard/leapguard/internal/finding"
	"github.com/leapguard/leapguard/internal/flow"
	"github.com/leapguard/leapguard/internal/rule"
)

//go:embed doc.go
var page string

// Rule is the check.
var Rule = rule.New(rule.Def{
	Meta: rule.Meta{
		Slug:          "noyear",
		Title:         "the current year put into a time that was read without one, wrong at the turn of the year",
		Family:        rule.Date,
		Severity:      finding.Warning,
		Confidence:    rule.High,
		Profile:       config.Default,
		Triggers:      rule.Triggers{{"Year"}, {"AddDate", "Month"}, {"AddDate", "Date"}},
		Since:         "0.1.0",
		CWE:           []int{682},
		Fix:           rule.NoFix,
		SilentInTests: true, // which know the text that they have read
		Path:          rule.Leading,
		Page:          page,
	},
	Cores: []*rule.Core{calendar.Core, flow.Core},
	Run:   run,
})

// Analyzer is the check's analyzer.
var Analyzer = Rule.Analyzer

func run(pass *rule.Pass) error {
	sites := candidates(pass)
	if len(sites) == 0 {
		return nil
	}
	c := &check{pass: pass, dates: calendar.Of(pass.Pass), flow: flow.Of(pass.Pass)}
	for _, call := range c.dates.Calls("(time.Time).AddDate", "time.Date") {
		expr := sites[call.Pos()]
		if expr == nil {
			continue
		}
		if g, ok := c.graft(call); ok && !c.yearly(expr) && !chosen(g.now) && !c.handled(g) {
			c.report(expr, g)
		}
	}
	return nil
}

type check struct {
	pass  *rule.Pass
	dates *calendar.Program
	flow  *flow.Program
}

// candidates returns, by the position of their parenthesis, the calls that may
// put another year into a date, as far as syntax tells: SSA costs more.
func candidates(pass *rule.Pass) map[token.Pos]*ast.CallExpr {
	out := make(map[token.Pos]*ast.CallExpr)
	for n := range pass.Nodes() {
		call, ok := n.(*ast.CallExpr)
		if !ok {
			continue
		}
		sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
		if !ok {
			continue
		}
		switch args := call.Args; {
		case sel.Sel.Name == "AddDate" && len(args) == 3:
			if !constant(pass, args[0]) && constant(pass, args[1]) && constant(pass, args[2]) {
				out[call.Lparen] = call
			}
		case sel.Sel.Name == "Date" && len(args) == 8:
			if !constant(pass, args[0]) && !constant(pass, args[1]) && !constant(pass, args[2]) && !sameBase(args) {
				out[call.Lparen] = call
			}
		}
	}
	return out
}

func constant(pass *rule.Pass, e ast.Expr) bool { return pass.TypesInfo.Types[e].Value != nil }

// sameBase reports whether a date is made of year and month of the same time.
func sameBase(args []ast.Expr) bool {
	year, month := receiver(args[0]), receiver(args[1])
	return year == nil || month == nil || types.ExprString(year) == types.ExprString(month)
}

func receiver(e ast.Expr) ast.Expr {
	if call, ok := ast.Unparen(e).(*ast.CallExpr); ok {
		if sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr); ok {
			return sel.X
		}
	}
	return nil
}

// yearly reports whether the function around a call names something that comes
// every year, on the day that has the present year.
func (c *check) yearly(call *ast.CallExpr) bool {
	file := c.pass.FileOf(call.Pos())
	i := slices.IndexFunc(file.Decls, func(d ast.Decl) bool { return d.Pos() <= call.Pos() && call.Pos() < d.End() })
	if i < 0 {
		return false
	}
	found := false
	ast.Inspect(file.Decls[i], func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok {
			name := strings.ToLower(id.Name)
			found = found || slices.ContainsFunc(yearlyWords, func(word string) bool { return strings.Contains(name, word) })
		}
		return !found
	})
	return found
}

var yearlyWords = []string{"birth", "bday", "anniversar", "holiday", "feast", "season", "recurr", "annual", "yearly"}

func (c *check) report(expr *ast.CallExpr, g graft) {
	d := analysis.Diagnostic{Pos: expr.Pos(), End: expr.End(), Message: message(expr, g.layout)}
	if call, ok := g.parsed.(*ssa.Call); ok && call.Pos().IsValid() {
		d.Related = append(d.Related, analysis.RelatedInformation{Pos: call.Pos(), Message: "the time without a year is read here"})
	}
	c.pass.Report(d)
}
