package yearadd

import (
	_ "embed"
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"regexp"
	"slices"
	"time"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/calendar"
	"github.com/leapguard/leapguard/internal/config"
	"github.com/leapguard/leapguard/internal/finding"
	"github.com/leapguard/leapguard/internal/rule"
	"github.com/leapguard/leapguard/internal/syntax"
)

//go:embed doc.go
var page string

// Rule is the check.
var Rule = rule.New(rule.Def{
	Meta: rule.Meta{
		Slug:       "yearadd",
		Title:      "year arithmetic that turns 29 February into 1 March or into a date that does not exist",
		Family:     rule.Date,
		Severity:   finding.Error,
		Confidence: rule.High,
		Profile:    config.Default,
		Triggers: rule.Either(
			rule.Triggers{{"Date", "Year"}, {"Date", "Month", "Format"}, {"Date", "Day", "Format"}},
			rule.Triggers{{"AddDate"}, {"Month", "Format", "Unix", "Equal", "Equalf", "EqualValues", "WithinDuration", "DeepEqual", "Diff", "Add", "Sub"}},
		),
		Since: "0.1.0",
		CWE:   []int{682},
		Fix:   rule.NoFix,
		Path:  step,
		Page:  page,
	},
	Cores: []*rule.Core{calendar.Core},
	Run:   run,
})

// Analyzer is the check's analyzer.
var Analyzer = Rule.Analyzer

// parsedHere is the message of the call that parses a text.
const parsedHere = "the text is parsed here"

// step tells what a related position is to the path through a finding.
func step(message string) rule.Step {
	if message == parsedHere {
		return rule.After
	}
	return rule.Before
}

func run(pass *rule.Pass) error {
	dates := calendar.Of(pass.Pass)
	c := &check{pass: pass, dates: dates, reported: make(map[token.Pos]bool), made: make(map[token.Pos]bool), begun: make(map[ssa.Instruction]bool)}
	for _, fn := range dates.Roots() {
		c.function(fn)
	}
	c.addDates()
	return nil
}

type check struct {
	pass     *rule.Pass
	dates    *calendar.Program
	reported map[token.Pos]bool
	// made holds the places where the year was taken of dates whose making is
	// reported.
	made map[token.Pos]bool
	// begun holds the calls that yield where something begins.
	begun map[ssa.Instruction]bool
	// leaving are the events by which dates leave the function under
	// examination.
	leaving []departure
}

// A departure is an event that lets a date leave, with what is assumed of the
// number of years.
type departure struct {
	calendar.Event
	base calendar.Date
	with string
}

// function reports the dates that fn makes from another year: those that are
// constant, and those that fail when a date that fn reads is a 29 February.
func (c *check) function(fn *ssa.Function) {
	c.leaving = c.leaving[:0]
	c.explore(fn)
	for _, d := range c.leaving {
		if !c.made[d.TakenAt(0)] {
			c.reportLeaving(fn, d)
		}
	}
}

func (c *check) explore(fn *ssa.Function) {
	x := c.dates.Explore(fn, nil)
	// A test that writes 29 February down asks what becomes of it.
	if !syntax.InTest(c.pass.Pass, fn.Pos()) {
		for _, e := range x.Events {
			c.event(e, "")
		}
	}
	if !x.Promising || c.dates.Checked(fn) {
		return
	}
	for _, base := range x.Bases {
		if c.dates.CanBe(fn, base) {
			c.onLeapDays(fn, base)
		}
	}
}

// A trial assumes a leap year and, if the number of years added is not known,
// that number.
type trial struct {
	year    int
	offset  string // name of the number, "" if all are known
	assumed int
}

// steps are the numbers of years that are tried where the number is unknown.
var steps = []int{1, -1, 4}

// maxStep is the greatest number that may well be one of years: what a greater
// one is added to is no year.
const maxStep = 100

// plausible reports whether a year is one of the Gregorian calendar that code
// can be about: if not, the number assumed is none that is added there.
func plausible(year int) bool { return 1583 <= year && year <= 2400 }

// onLeapDays runs fn with 29 February for a date: of the first
// leap year, then with assumed numbers of years, then of those years that the
// numbers of years show to be worth a trial.
func (c *check) onLeapDays(fn *ssa.Function, base calendar.Base) {
	trials := []trial{{year: calendar.Epoch}}
	var later []trial
	for len(trials) > 0 {
		t := trials[0]
		trials = trials[1:]
		given := make(calendar.Given)
		given.Date(base, calendar.LeapDay(t.year))
		with := ""
		if t.offset != "" {
			given.Number(t.offset, t.assumed)
			with = fmt.Sprintf(" for %d as the number of years", t.assumed)
			if abs(t.assumed) > maxStep {
				with = fmt.Sprintf(" for %d as the number in it", t.assumed)
			}
		}
		x := c.dates.Explore(fn, given)
		for _, e := range x.Events {
			if !plausible(e.Made.Year) {
				if n := t.assumed + t.year + 1 - e.Made.Year; t.offset != "" && t.assumed == steps[0] {
					trials = appendNew(trials, trial{t.year, t.offset, n})
				}
			} else if year, ok := c.event(e, with); ok && t.year == calendar.Epoch {
				later = appendNew(later, trial{year, t.offset, t.assumed})
			}
		}
		if t == (trial{year: calendar.Epoch}) {
			for _, offset := range x.Offsets {
				for _, n := range steps {
					trials = append(trials, trial{t.year, offset, n})
				}
			}
		}
		if len(trials) == 0 {
			trials, later = later, nil
		}
	}
}

func appendNew(list []trial, t trial) []trial {
	if slices.Contains(list, t) {
		return list
	}
	return append(list, t)
}

// event reports an event if its date does not exist. For one that exists but
// would not in another year, it returns that.
func (c *check) event(e calendar.Event, with string) (year int, ok bool) {
	base, ok := e.Base()
	if !ok || !e.Own || !plausible(e.Made.Year) || e.Made.Month != time.February || e.Made.Day != 29 {
		return 0, false
	}
	if calendar.IsLeap(e.Made.Year) {
		return calendar.FailingLeapYear(e.Made.Year - base.Year)
	}
	if e.Leaves {
		c.leaving = append(c.leaving, departure{e, base, with})
		return 0, false
	}
	if !c.starts(e, base) {
		c.report(e, base, with)
	}
	return 0, false
}

// starts reports whether the date of an event is where something begins, some
// years back. A number of years that is not known is one to go back by if 1 is:
// so it was tried first.
func (c *check) starts(e calendar.Event, base calendar.Date) bool {
	if e.Text.Kind != calendar.Absent || e.Made.Year > base.Year && !c.begun[e.Site] || decidesAge(e.Site.Parent(), base.Year-e.Made.Year) {
		return false
	}
	if !c.begun[e.Site] {
		c.begun[e.Site] = c.dates.FreeStart(e.Site)
	}
	return c.begun[e.Site]
}

func (c *check) report(e calendar.Event, base calendar.Date, with string) {
	call := c.callAt(e.Site)
	if call == nil {
		return
	}
	var rng ast.Expr = call
	message := fmt.Sprintf("%s on %s gives %s", syntax.Text(call)+with, base, e.Made.Normalize())
	if e.Text.Kind == calendar.Text {
		message = fmt.Sprintf("%s on %s rejects %q", syntax.Text(call)+with, base, e.Text.Str)
		if expr := c.pass.ExprAt(e.JoinedAt()); expr != nil {
			rng = expr
			message = fmt.Sprintf("%s on %s is %q, which %s rejects", syntax.Text(expr)+with, base, e.Text.Str, types.ExprString(call.Fun))
		}
	}
	if c.reported[rng.Pos()] || c.discussed(rng) {
		return
	}
	c.reported[rng.Pos()] = true
	c.made[e.TakenAt(0)] = true
	c.pass.Report(analysis.Diagnostic{Pos: rng.Pos(), End: rng.End(), Message: message, Related: c.related(e, rng, call)})
}

// related tells where the parts were taken, if not in the expression itself,
// and where text is parsed.
func (c *check) related(e calendar.Event, rng ast.Node, call *ast.CallExpr) []analysis.RelatedInformation {
	var out []analysis.RelatedInformation
	add := func(n ast.Expr, text string) {
		if n != nil && (n.Pos() < rng.Pos() || n.Pos() >= rng.End()) {
			for _, r := range out {
				if r.Pos == n.Pos() {
					return
				}
			}
			out = append(out, analysis.RelatedInformation{Pos: n.Pos(), End: n.End(), Message: text})
		}
	}
	for i, name := range []string{"year", "month", "day"} {
		add(c.pass.ExprAt(e.TakenAt(i)), "the "+name+" is taken here")
	}
	if call != nil && rng != ast.Node(call) {
		add(call, parsedHere)
	}
	return out
}

// callAt returns the call expression of an SSA call.
func (c *check) callAt(instr ssa.Instruction) *ast.CallExpr {
	if instr == nil {
		return nil
	}
	return c.pass.CallAt(instr.Pos())
}

// discussed reports whether a comment speaks of 29 February: what becomes of it was
// chosen then.
func (c *check) discussed(e ast.Node) bool { return c.pass.Discusses(e.Pos(), leapDay) }

var leapDay = regexp.MustCompile(`(?i)\bfeb(ruary|\.)?[ -]*29(th)?\b|\b29(th)?( of)?[ -]*feb|\b0?2[-/]29\b`)
