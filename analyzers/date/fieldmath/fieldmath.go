package fieldmath

import (
	_ "embed"

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
		Slug:       "fieldmath",
		Title:      "a month or day plus or minus a number, used as month 0, month 13 or day 0",
		Family:     rule.Date,
		Severity:   finding.Error,
		Confidence: rule.High,
		Profile:    config.Default,
		Triggers: rule.Triggers{
			{"Month", "Day", "Date"},
			{"Month", "Year", "Now", "Sprintf", "Printf", "Fprintf", "Appendf"},
		},
		Since: "0.1.0",
		CWE:   []int{682},
		Fix:   rule.UnsafeFix,
		Path:  rule.Following,
		Page:  page,
	},
	Cores:     []*rule.Core{calendar.Core, flow.Core},
	FactTypes: []analysis.Fact{new(ShiftedField), new(DateWriter)},
	Run:       run,
})

// Analyzer is the check's analyzer.
var Analyzer = Rule.Analyzer

func run(pass *rule.Pass) error {
	c := &check{pass: pass, dates: calendar.Of(pass.Pass)}
	worth := c.look()
	if !worth.writer && !worth.shift {
		return nil
	}
	c.flow = flow.Of(pass.Pass)
	for _, fn := range c.flow.Funcs() {
		c.exportWriter(fn)
		c.exportShift(fn)
	}
	if !worth.shift {
		return nil
	}
	for _, fn := range c.flow.Funcs() {
		for _, block := range fn.Blocks {
			for _, instr := range block.Instrs {
				c.instruction(instr)
			}
		}
	}
	return nil
}

type check struct {
	pass  *rule.Pass
	dates *calendar.Program
	flow  *flow.Program
}

// instruction judges a sum or difference, or the result of a function that
// returns one.
func (c *check) instruction(instr ssa.Instruction) {
	switch instr := instr.(type) {
	case *ssa.BinOp:
		if s, ok := c.shiftOf(instr); ok {
			c.judge(s)
		} else if d, ok := c.differenceOf(instr); ok {
			c.difference(d)
		}
	case *ssa.Call:
		if s, ok := c.returned(instr); ok {
			c.judge(s)
		}
	}
}

// judge reports a shift at the first of its uses, in source order, that takes
// it for a month or day, unless something keeps it in range.
func (c *check) judge(s shift) {
	if c.guarded(s) {
		return
	}
	f := &follower{check: c, shift: s, seen: make(map[ssa.Value]bool)}
	f.run(s.value)
	if f.compared || !f.found.IsValid() {
		return
	}
	c.report(s, f.found)
}
