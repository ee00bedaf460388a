package yeardayage

import (
	_ "embed"
	"go/ast"
	"go/constant"
	"go/token"
	"iter"
	"slices"
	"time"

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
		Slug:       "yeardayage",
		Title:      "days of the year ordered or subtracted across years",
		Family:     rule.Date,
		Severity:   finding.Error,
		Confidence: rule.High,
		Profile:    config.Default,
		Triggers:   rule.Triggers{{"YearDay"}},
		Since:      "0.1.0",
		CWE:        []int{682},
		Fix:        rule.NoFix,
		Page:       page,
	},
	Cores: []*rule.Core{calendar.Core},
	Run:   run,
})

// Analyzer is the check's analyzer.
var Analyzer = Rule.Analyzer

func run(pass *rule.Pass) error {
	seen := make(map[*ssa.Function]bool)
	for _, call := range calendar.Of(pass.Pass).Calls("(time.Time).YearDay") {
		if fn := call.Parent(); !seen[fn] {
			seen[fn] = true
			newCheck(pass, fn).function()
		}
	}
	return nil
}

// A check looks at one function.
type check struct {
	pass *rule.Pass
	fn   *ssa.Function
	// years holds the times whose years are compared for equality.
	years [][2]ssa.Value
	// leap says that the function has something to do with leap years.
	leap bool
	// newYear says that the function asks for the first or last day of a year.
	newYear bool
}

func newCheck(pass *rule.Pass, fn *ssa.Function) *check {
	c := &check{pass: pass, fn: fn}
	for op := range operations(fn) {
		switch op.Op {
		case token.EQL, token.NEQ:
			if pair, ok := yearsCompared(op.X, op.Y); ok {
				c.years = append(c.years, pair)
			}
			c.newYear = c.newYear || atNewYear(op.X, op.Y) || atNewYear(op.Y, op.X)
		case token.REM:
			c.leap = true
		}
		c.leap = c.leap || isNumber(op.X, daysOfLeapYear) || isNumber(op.Y, daysOfLeapYear)
	}
	return c
}

// operations returns the operations of a function in order of its blocks.
func operations(fn *ssa.Function) iter.Seq[*ssa.BinOp] {
	return func(yield func(*ssa.BinOp) bool) {
		for _, block := range fn.Blocks {
			for _, instr := range block.Instrs {
				if op, ok := instr.(*ssa.BinOp); ok && !yield(op) {
					return
				}
			}
		}
	}
}

// yearsCompared returns the times whose years are compared, as in x.Year() ==
// y.Year() or x.Year()-y.Year() == 0.
func yearsCompared(x, y ssa.Value) (times [2]ssa.Value, ok bool) {
	if diff, isDiff := calendar.Unconvert(x).(*ssa.BinOp); isDiff && diff.Op == token.SUB && isNumber(y, 0) {
		x, y = diff.X, diff.Y
	}
	a, part := calendar.PartOf(x)
	b, part2 := calendar.PartOf(y)
	return [2]ssa.Value{a, b}, part == "Year" && part2 == "Year"
}

// atNewYear reports whether a part of a time is compared with what it is on the
// first or last day of a year.
func atNewYear(v, number ssa.Value) bool {
	switch _, part := calendar.PartOf(v); part {
	case "YearDay":
		return isNumber(number, 1) || isNumber(number, daysOfYear) || isNumber(number, daysOfLeapYear)
	case "Day":
		return isNumber(number, 31)
	}
	return false
}

func (c *check) function() {
	for op := range operations(c.fn) {
		switch op.Op {
		case token.LSS, token.LEQ, token.GTR, token.GEQ:
			c.order(op)
		case token.ADD, token.SUB:
			if root(op) {
				c.difference(op)
			}
		}
	}
}

// order reports X < Y for days of the year of two times.
func (c *check) order(op *ssa.BinOp) {
	x, partX := calendar.PartOf(op.X)
	y, partY := calendar.PartOf(op.Y)
	if partX != "YearDay" || partY != "YearDay" || c.newYear || c.sameYear(x, y, op.Block()) {
		return
	}
	a, b, ok := misordered(op.Op, x, y, precedes(x, y, op.Block()))
	if !ok {
		return
	}
	holds := "does not hold"
	if compare(op.Op, a.YearDay(), b.YearDay()) {
		holds = "holds"
	}
	if n := c.node(op); n != nil {
		c.pass.Reportf(n, "%s %s for %s and %s, days %d and %d of their years",
			syntax.Text(n), holds, calendar.DateOf(a), calendar.DateOf(b), a.YearDay(), b.YearDay())
	}
}

// difference reports the number of days between two times, or of those left in
// a year, computed of days of the year.
func (c *check) difference(op *ssa.BinOp) {
	var s sum
	n := c.node(op)
	if n == nil || !s.add(op, 1) {
		return
	}
	switch {
	case len(s.days) == 2 && s.days[0].factor+s.days[1].factor == 0 && !accumulated(op) && !(c.leap && s.constant >= daysOfYear):
		from, to := s.days[0].of, s.days[1].of
		if s.days[1].factor < 0 {
			from, to = to, from
		}
		if c.sameYear(from, to, op.Block()) {
			return
		}
		if a, b, days, ok := s.wrong(from, to); ok {
			c.pass.Reportf(n, "%s is %d from %s to %s", syntax.Text(n), days, calendar.DateOf(a), calendar.DateOf(b))
		}
	case len(s.days) == 1 && s.days[0].factor == -1 && len(s.years) == 0 && s.constant == daysOfYear && !c.leap:
		last := calendar.Date{Year: calendar.Epoch, Month: time.December, Day: 31}
		if _, fixed := calendar.FixedDate(s.days[0].of); !fixed {
			//leapguard:ignore yeardayage the message shows what comes out
			c.pass.Reportf(n, "%s on %s is %d", syntax.Text(n), last, daysOfYear-last.Time().YearDay())
		}
	}
}

// node returns the syntax of an operation.
func (c *check) node(op *ssa.BinOp) ast.Node {
	return c.pass.NodeAt(op.Pos())
}

// sameYear reports whether two times may well be of one year in a block, for a
// reason that the function shows.
func (c *check) sameYear(x, y ssa.Value, at *ssa.BasicBlock) bool {
	if calendar.SameYear(x, y) || slices.ContainsFunc(c.years, func(pair [2]ssa.Value) bool { return samePair(pair, x, y) }) {
		return true
	}
	return slices.ContainsFunc(flow.ConditionsAt(at), func(cond flow.Cond) bool {
		a, part := calendar.PartOf(cond.X)
		b, part2 := calendar.PartOf(cond.Y)
		return part == "Year" && part2 == "Year" && samePair([2]ssa.Value{a, b}, x, y)
	})
}

// precedes reports whether it is known in a block, from a call of Before or
// After, that x is before y.
func precedes(x, y ssa.Value, at *ssa.BasicBlock) bool {
	return slices.ContainsFunc(flow.ConditionsAt(at), func(cond flow.Cond) bool {
		v, k, equal, ok := cond.ConstTest()
		call, isCall := v.(*ssa.Call)
		if !ok || !isCall || k.Kind() != constant.Bool || constant.BoolVal(k) != equal {
			return false
		}
		switch args := flow.Args(call); {
		case flow.IsCallTo(call, "(time.Time).Before"):
			return calendar.Same(args[0], x) && calendar.Same(args[1], y)
		case flow.IsCallTo(call, "(time.Time).After"):
			return calendar.Same(args[0], y) && calendar.Same(args[1], x)
		}
		return false
	})
}

func samePair(pair [2]ssa.Value, x, y ssa.Value) bool {
	return calendar.Same(pair[0], x) && calendar.Same(pair[1], y) || calendar.Same(pair[0], y) && calendar.Same(pair[1], x)
}

// accumulated reports whether something is added to a difference later, such as
// the days of the years between.
func accumulated(op *ssa.BinOp) bool {
	for _, ref := range *op.Referrers() {
		if phi, ok := ref.(*ssa.Phi); ok && slices.ContainsFunc(*phi.Referrers(), isSum) {
			return true
		}
	}
	return false
}
