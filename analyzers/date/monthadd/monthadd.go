package monthadd

import (
	_ "embed"
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"time"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

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
		Slug:       "monthadd",
		Title:      "months added to a day that not every month has, and then a month named",
		Family:     rule.Date,
		Severity:   finding.Error,
		Confidence: rule.High,
		Profile:    config.Default,
		Triggers: rule.Triggers{{
			"AddDate", "Date",
			"AddMonth", "AddMonths", "SubMonth", "SubMonths",
			"AddQuarter", "AddQuarters", "SubQuarter", "SubQuarters",
		}},
		Since: "0.1.0",
		CWE:   []int{682},
		Fix:   rule.UnsafeFix,
		Path:  rule.Following,
		Page:  page,
	},
	Cores: []*rule.Core{calendar.Core, flow.Core},
	Run:   run,
})

// Analyzer is the check's analyzer.
var Analyzer = Rule.Analyzer

func run(pass *rule.Pass) error {
	c := &check{pass: pass, dates: calendar.Of(pass.Pass)}
	if !c.dates.NamesMonths() {
		return nil
	}
	var steps []*step
	for _, m := range c.dates.Moves() {
		steps = append(steps, c.moved(m))
	}
	if c.dates.Mentions("(time.Time).Month", "(time.Time).Date") {
		for _, call := range c.dates.Calls("time.Date") {
			if base, months, ok := c.dates.SteppedMonth(call); ok {
				steps = append(steps, &step{call: call, base: base, months: months})
			}
		}
	}
	for _, s := range steps {
		if s != nil && s.months%12 != 0 {
			c.examine(s)
		}
	}
	return nil
}

type check struct {
	pass  *rule.Pass
	dates *calendar.Program
}

// A step is a call that moves a date by months and keeps its day.
type step struct {
	call          *ssa.Call
	base          ssa.Value
	years, months int
	// number is the text of the number that says how many months, if it is not
	// known and assumed instead.
	number  string
	assumed int
}

// moved returns the step that a move is, or nil.
func (c *check) moved(m calendar.Move) *step {
	years, known := c.dates.Count(m.Years)
	if days, ok := c.dates.Count(m.Days); !known || !ok || days != 0 {
		return nil
	}
	s := &step{call: m.Call, base: m.Base, years: years}
	if s.months, known = c.dates.Count(m.Months); known {
		return s
	}
	s.assumed = 1
	expr := c.pass.CallAt(m.Call.Pos())
	if expr == nil || len(expr.Args) == 0 {
		return nil
	}
	arg := expr.Args[0]
	if len(expr.Args) == 3 {
		arg = expr.Args[1]
	}
	s.number = types.ExprString(arg)
	if neg, ok := arg.(*ast.UnaryExpr); ok && neg.Op == token.SUB {
		s.assumed = -1
	}
	s.months = s.assumed * m.Months.Times
	return s
}

// examine reports a step from a day that not every month has, if a month is
// named afterwards.
func (c *check) examine(s *step) {
	base := c.dates.Moment(s.base)
	if base.Day != calendar.AnyDay || c.dates.DayTested(s.base, s.call.Block()) {
		return
	}
	labels := c.dates.Labels(s.call, [2]time.Month{})
	if labels.Month == nil || labels.Compared || base.Now && c.sample(s, labels.Month) {
		return
	}
	from, to, ok := example(s.years, s.months, base.Number)
	expr := c.pass.CallAt(s.call.Pos())
	if !ok || expr == nil {
		return
	}
	where := ""
	if s.number != "" {
		where = fmt.Sprintf(" where %s is %d", s.number, s.assumed)
	}
	d := analysis.Diagnostic{
		Pos: expr.Pos(),
		End: expr.End(),
		Message: fmt.Sprintf("%s on %s gives %s%s, so %s names the wrong month",
			syntax.Text(expr), from.Format("2 January 2006"), to.Format("2 January"), where, named(labels)),
	}
	if label := c.pass.CallAt(labels.Month.Pos()); label != nil && (label.Pos() < expr.Pos() || label.Pos() > expr.End()) {
		d.Related = []analysis.RelatedInformation{{Pos: label.Pos(), End: label.End(), Message: "the month is named here"}}
	}
	d.SuggestedFixes = fix(expr)
	c.pass.Report(d)
}

// sample reports whether a test takes a date some months from now and puts it on
// a day of that month and year, or gives the number of the month to the code under
// test: that is meant to be any date so far away.
func (c *check) sample(s *step, month *ssa.Call) bool {
	if s.number != "" || !syntax.InTest(c.pass.Pass, s.call.Pos()) {
		return false
	}
	name := flow.Name(flow.Callee(month))
	return name == "(time.Time).Month" && (onlyMakesDates(month) || c.onlyPassed(month)) || name == "(time.Time).Date" && allOf(*month.Referrers(), func(ref ssa.Instruction) bool {
		part, ok := ref.(*ssa.Extract)
		return !ok || part.Index != 1 || onlyMakesDates(part)
	})
}

// onlyMakesDates reports whether a month is but an argument of time.Date, next to
// the year of the same date.
func onlyMakesDates(month ssa.Value) bool {
	of, _ := calendar.PartOf(month)
	return allOf(*month.Referrers(), func(ref ssa.Instruction) bool {
		call, ok := ref.(*ssa.Call)
		if !ok || !flow.IsCallTo(call, "time.Date") {
			return false
		}
		year, part := calendar.PartOf(call.Call.Args[0])
		return part == "Year" && of != nil && flow.Same(year, of)
	})
}

// onlyPassed reports whether a month, as a number, goes nowhere but into functions and
// structs of the module.
func (c *check) onlyPassed(month ssa.Value) bool {
	return allOf(*month.Referrers(), func(ref ssa.Instruction) bool {
		switch ref := ref.(type) {
		case *ssa.ChangeType:
			return c.onlyPassed(ref)
		case *ssa.Call:
			callee := flow.Callee(ref)
			return callee != nil && callee.Pkg() != nil && (callee.Pkg() == c.pass.Pkg || c.pass.Module != nil && c.pass.InModule(callee.Pkg()))
		case *ssa.Store:
			_, field := ref.Addr.(*ssa.FieldAddr)
			return field && ref.Val == month
		}
		return false
	})
}

func allOf(refs []ssa.Instruction, is func(ssa.Instruction) bool) bool {
	return !slices.ContainsFunc(refs, func(ref ssa.Instruction) bool {
		_, debug := ref.(*ssa.DebugRef)
		return !debug && !is(ref)
	})
}

// named tells what names the month.
func named(l calendar.Labels) string {
	if l.Layout != "" {
		return fmt.Sprintf("%q", l.Layout)
	}
	switch callee := flow.Callee(l.Month); callee.Name() {
	case "Month", "Date":
		return callee.Name()
	case "AddDate":
		return "the first of the month"
	default:
		return callee.Name()
	}
}

// example returns a date of 2026, on the given day if that is not 0, from which
// a step leads into the month after the one meant: the first 31st, 30th or 29th
// that does.
func example(years, months, day int) (from, to time.Time, ok bool) {
	for d := 31; d > 28; d-- {
		for m := time.January; m <= time.December; m++ {
			from = time.Date(2026, m, d, 0, 0, 0, 0, time.UTC)
			to = from.AddDate(years, months, 0)
			if from.Month() == m && to.Day() != d && (day == 0 || day == d) {
				return from, to, true
			}
		}
	}
	return from, to, false
}

// fix moves to the first of the month meant, if the call spells the date as a
// variable.
func fix(call *ast.CallExpr) []analysis.SuggestedFix {
	sel, ok := call.Fun.(*ast.SelectorExpr)
	if !ok || len(call.Args) != 3 || sel.Sel.Name != "AddDate" {
		return nil
	}
	t, ok := sel.X.(*ast.Ident)
	if !ok {
		return nil
	}
	return []analysis.SuggestedFix{{
		Message: "Go to the first of the month",
		TextEdits: []analysis.TextEdit{{
			Pos:     call.Args[2].Pos(),
			End:     call.Args[2].End(),
			NewText: []byte("1-" + t.Name + ".Day()"),
		}},
	}}
}
