package isoyear

import (
	_ "embed"
	"fmt"
	"go/ast"
	"go/token"
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
		Slug:       "isoyear",
		Title:      "ISO week joined with the calendar year, or ISO year with month and day",
		Family:     rule.Date,
		Severity:   finding.Error,
		Confidence: rule.High,
		Profile:    config.Default,
		Triggers:   rule.Triggers{{"ISOWeek"}},
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
	c := &check{pass: pass}
	seen := make(map[*ssa.Function]bool)
	for _, call := range calendar.Of(pass.Pass).Calls("(time.Time).ISOWeek") {
		if fn := call.Parent(); !seen[fn] {
			seen[fn] = true
			c.function(fn)
		}
	}
	return nil
}

type check struct{ pass *rule.Pass }

// function reports what a function joins.
func (c *check) function(fn *ssa.Function) {
	if corrects(fn) {
		return
	}
	for _, block := range fn.Blocks {
		for _, instr := range block.Instrs {
			switch instr := instr.(type) {
			case *ssa.Call:
				c.call(instr)
			case *ssa.BinOp:
				switch instr.Op {
				case token.ADD:
					if isText(instr.Type()) && !operandOfText(instr) {
						c.joined(instr, joinOf(instr))
					}
				case token.EQL, token.NEQ:
					c.compared(instr)
				}
			case *ssa.Alloc:
				if j, last := fields(instr); last != nil {
					c.joined(last, j)
				}
			case *ssa.Return:
				if len(instr.Results) <= maxArgs {
					var j join
					for _, result := range instr.Results {
						j.add(result, false)
					}
					c.joined(instr, j)
				}
			}
		}
	}
}

// call reports parts that are arguments of one call.
func (c *check) call(call *ssa.Call) {
	name := ""
	if fn := flow.Callee(call); fn != nil {
		name = flow.Name(fn)
	}
	switch j := joinOf(call); {
	case printing[name]:
		if !operandOfText(call) {
			c.joined(call, j)
		}
	case name == "time.Date":
		if year, part := calendar.PartOf(flow.Args(call)[0]); part == "ISOYear" && j.hasPart(year, "Month", "Day") && !onlyLength(call) {
			c.joined(call, j)
		}
	case name != "" && len(flow.Args(call)) <= maxArgs:
		c.joined(call, j)
	}
}

// onlyLength reports whether a date is the last of a month of which only the day
// is read: December and January have as many days in every year.
func onlyLength(call *ssa.Call) bool {
	for _, ref := range *call.Referrers() {
		use, ok := ref.(*ssa.Call)
		if !ok || calleeName(use) != "(time.Time).Day" {
			return false
		}
	}
	return isConst(flow.Args(call)[2])
}

// maxArgs bounds the arguments or results of a function that are taken to
// belong together.
const maxArgs = 4

// joined reports a join that names a week or a date which does not exist, or
// another one.
func (c *check) joined(at ssa.Instruction, j join) {
	for _, p := range j.parts {
		if p.name != "ISOWeek" && p.name != "ISOYear" || !anyDay(p.of) {
			continue
		}
		has := func(names ...string) bool { return j.hasPart(p.of, names...) }
		week := p.name == "ISOWeek" && has("Year") && !has("ISOYear", "Month", "Day", "YearDay")
		date := p.name == "ISOYear" && has("Month", "Day", "YearDay") && !has("ISOWeek", "Year")
		if !week && !date {
			continue
		}
		if n := c.pass.NodeAt(at.Pos()); n != nil {
			c.pass.Report(analysis.Diagnostic{Pos: n.Pos(), End: n.End(), Message: message(n, at, p, week)})
		}
		return
	}
}

// hasPart reports whether one of the named parts of a time is there.
func (j *join) hasPart(of ssa.Value, names ...string) bool {
	return slices.ContainsFunc(j.parts, func(p part) bool { return slices.Contains(names, p.name) && calendar.Same(of, p.of) })
}

// example is a day of a week that belongs to another year.
var example = time.Date(2024, time.December, 30, 0, 0, 0, 0, time.UTC)

func message(n ast.Node, at ssa.Instruction, p part, week bool) string {
	year, number := example.ISOWeek()
	date, src := calendar.DateOf(example), syntax.Text(n)
	text, ok := "", false
	if v, isValue := at.(ssa.Value); isValue {
		text, ok = render(v, p.of, example)
	}
	switch {
	case ok && week:
		return fmt.Sprintf("%s on %s gives %q, but the day is in week %d of %d", src, date, text, number, year)
	case ok:
		return fmt.Sprintf("%s on %s gives %q", src, date, text)
	case week:
		return fmt.Sprintf("%s joins week %d with %d on %s, a day in week %d of %d", src, number, example.Year(), date, number, year)
	}
	return fmt.Sprintf("%s joins the ISO year %d with month and day of %s", src, year, date)
}

// compared reports times that count as of one week if week and calendar year
// are equal.
func (c *check) compared(op *ssa.BinOp) {
	a, nameA := calendar.PartOf(op.X)
	b, nameB := calendar.PartOf(op.Y)
	if nameA != "ISOWeek" || nameB != "ISOWeek" || calendar.Same(a, b) || !anyDay(a) || !anyDay(b) {
		return
	}
	for _, block := range op.Parent().Blocks {
		for _, instr := range block.Instrs {
			other, ok := instr.(*ssa.BinOp)
			if !ok || other.Op != op.Op || !together(op, other) {
				continue
			}
			x, nameX := calendar.PartOf(other.X)
			y, nameY := calendar.PartOf(other.Y)
			if nameX != "Year" || nameY != "Year" || !(calendar.Same(a, x) && calendar.Same(b, y) || calendar.Same(a, y) && calendar.Same(b, x)) {
				continue
			}
			if n := c.pass.NodeAt(op.Pos()); n != nil {
				newYear := example.AddDate(0, 0, 2)
				_, week := example.ISOWeek()
				c.pass.Report(analysis.Diagnostic{Pos: n.Pos(), End: n.End(),
					Message: fmt.Sprintf("%s with the calendar year tells %s from %s, though both are in week %d of %d",
						syntax.Text(n), calendar.DateOf(example), calendar.DateOf(newYear), week, newYear.Year()),
					Related: []analysis.RelatedInformation{{Pos: other.Pos(), Message: "the calendar years are compared here"}}})
			}
			return
		}
	}
}

// together reports whether one comparison is made depending on the other.
func together(a, b *ssa.BinOp) bool {
	return decides(a, b.Block()) || decides(b, a.Block())
}

// decides reports whether a branch on cond leads to block.
func decides(cond *ssa.BinOp, block *ssa.BasicBlock) bool {
	for _, ref := range *cond.Referrers() {
		if _, ok := ref.(*ssa.If); ok && slices.Contains(ref.Block().Succs, block) {
			return true
		}
	}
	return false
}
