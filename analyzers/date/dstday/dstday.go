package dstday

import (
	_ "embed"
	"fmt"
	"go/token"
	"regexp"
	"slices"
	"time"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/calendar"
	"github.com/leapguard/leapguard/internal/calendar/bounds"
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
		Slug:       "dstday",
		Title:      "local days taken to have 24 hours",
		Family:     rule.Date,
		Severity:   finding.Warning,
		Confidence: rule.Medium,
		Profile:    config.Default,
		Options:    []rule.AnyOption{local},
		Triggers:   rule.Triggers{{"Sub", "Add"}, {"24", "168", "1440", "86400"}, {"Hour", "Hours", "Minutes", "Seconds"}},
		Since:      "0.1.0",
		CWE:        []int{682},
		Fix:        rule.NoFix,
		Page:       page,

		SilentInTests: true, // where both sides are mostly built alike
	},
	Cores: []*rule.Core{calendar.Core, flow.Core},
	Run:   run,
})

// Analyzer is the check's analyzer.
var Analyzer = Rule.Analyzer

const day = 24 * time.Hour

// local is off by default: most programs that step by their own clock run in UTC,
// or where the clock is never changed, and nothing in the code says so; nor does it
// say what callers pass.
var local = rule.Option[bool]{
	Name: "local", Strict: true,
	Doc: "also reports times of the location that the program runs in, or that its callers choose",
}

func run(pass *rule.Pass) error {
	c := &check{pass: pass, dates: calendar.Of(pass.Pass), bounds: bounds.New(flow.Of(pass.Pass)), local: local.In(pass)}
	found := surveyOf(pass)
	if found.steps {
		for _, call := range c.dates.Calls("(time.Time).Add") {
			c.step(call)
		}
	}
	if found.counts {
		for _, call := range c.dates.Calls("(time.Time).Sub") {
			c.difference(call)
		}
	}
	return nil
}

type check struct {
	pass   *rule.Pass
	dates  *calendar.Program
	bounds *bounds.Program
	local  bool // value of the option
}

// difference reports that whole days are counted from the time between two
// midnights.
func (c *check) difference(call *ssa.Call) {
	args := flow.Args(call)
	to, from := c.dates.Moment(args[0]), c.dates.Moment(args[1])
	counted := to.Midnight && from.Midnight && c.keepsTime(args[0], to) && c.keepsTime(args[1], from)
	if !counted && !c.countsDays(call, to, from) {
		return
	}
	if to.Place != from.Place {
		return
	}
	d := &distance{check: c, sub: call, at: to, seen: make(map[ssa.Instruction]bool)}
	d.follow(call, 1)
}

// keepsTime reports whether a time is in a location where the clock may be
// changed, for all that the code says.
func (c *check) keepsTime(v ssa.Value, at calendar.Moment) bool {
	switch at.Zone {
	case calendar.UnknownZone:
		return (c.local || c.isAPI()) && c.anyZone(v, make(map[ssa.Value]bool))
	case calendar.Local:
		return c.local
	}
	_, _, ok := at.Forward()
	return ok
}

// isAPI reports whether the package is what its module is for: the one with the
// module's path, whose exported functions get whatever the importers have.
func (c *check) isAPI() bool {
	return c.pass.Module != nil && c.pass.Module.Path == c.pass.Pkg.Path() && c.pass.Pkg.Name() != "main"
}

// anyZone reports whether a time is in the location of one that the callers of
// an exported function choose.
func (c *check) anyZone(v ssa.Value, seen map[ssa.Value]bool) bool {
	v = flow.Resolve(v)
	if seen[v] {
		return false
	}
	seen[v] = true
	switch v := v.(type) {
	case *ssa.Parameter:
		obj := v.Parent().Object()
		return obj != nil && obj.Exported() && c.dates.Moment(v).Zone == calendar.UnknownZone
	case *ssa.Phi:
		for _, edge := range v.Edges {
			if c.anyZone(edge, seen) {
				return true
			}
		}
	case *ssa.Call:
		callee := flow.Callee(v)
		if callee == nil {
			return false
		}
		args := flow.Args(v)
		switch flow.Name(callee) {
		case "time.Date":
			return c.anyZone(args[7], seen)
		case "(time.Time).Add", "(time.Time).AddDate", "(time.Time).Location":
			return c.anyZone(args[0], seen)
		}
	}
	return false
}

// dayCount matches the names of functions that count the days between two
// times.
var dayCount = regexp.MustCompile(`(?i)days?_?(in_?)?(between|diff|apart)|(diff(erence)?|between|count|number|num)_?(in_?|of_?)?days`)

// countsDays reports whether a difference is that of the two parameters of a
// function whose name says that it counts the days between them.
func (c *check) countsDays(call *ssa.Call, to, from calendar.Moment) bool {
	if !dayCount.MatchString(call.Parent().Name()) || to.Zone != calendar.UnknownZone || from.Zone != calendar.UnknownZone {
		return false
	}
	for _, arg := range flow.Args(call) {
		if !isGiven(arg) || !c.anyZone(arg, make(map[ssa.Value]bool)) {
			return false
		}
	}
	return true
}

// isGiven reports whether a value is a parameter, or one of several, as after
// putting them in order.
func isGiven(v ssa.Value) bool {
	v = flow.Resolve(v)
	if phi, ok := v.(*ssa.Phi); ok {
		return !slices.ContainsFunc(phi.Edges, func(edge ssa.Value) bool {
			_, ok := flow.Resolve(edge).(*ssa.Parameter)
			return !ok
		})
	}
	_, ok := v.(*ssa.Parameter)
	return ok
}

// units are what the methods of a Duration count.
var units = map[string]time.Duration{
	"(time.Duration).Hours":        time.Hour,
	"(time.Duration).Minutes":      time.Minute,
	"(time.Duration).Seconds":      time.Second,
	"(time.Duration).Milliseconds": time.Millisecond,
	"(time.Duration).Abs":          1,
	"math.Abs":                     1,
}

// A distance is the time between two midnights.
type distance struct {
	*check
	sub  *ssa.Call
	at   calendar.Moment // of the midnights
	seen map[ssa.Instruction]bool
}

// follow reports where v, the distance in a unit of so many nanoseconds, is cut
// to whole days.
func (c *distance) follow(v ssa.Value, unit float64) {
	for _, use := range c.dates.Follow(v) {
		if c.seen[use.Instr] {
			continue
		}
		c.seen[use.Instr] = true
		switch instr := use.Instr.(type) {
		case *ssa.BinOp:
			n, ok := c.dates.Integer(instr.Y)
			if instr.Op != token.QUO || use.Value != instr.X || !ok || n <= 0 {
				continue
			}
			if unit := unit * float64(n); isFloat(instr) || !wholeDays(unit) {
				c.follow(instr, unit)
			} else {
				c.report(instr, unit, false)
			}
		case *ssa.Convert:
			if isFloat(use.Value) && !isFloat(instr) && wholeDays(unit) {
				c.report(instr, unit, false)
			} else {
				c.follow(instr, unit)
			}
		case *ssa.Call:
			n, counts := units[use.Name]
			switch {
			case counts:
				c.follow(instr, unit*float64(n))
			case !wholeDays(unit):
			case use.Name == "math.Floor", use.Name == "math.Trunc":
				c.report(instr, unit, false)
			case use.Name == "math.Ceil":
				c.report(instr, unit, true)
			}
		}
	}
}

func wholeDays(unit float64) bool {
	days := unit / float64(day)
	return days >= 1 && days == float64(int(days))
}

// report tells what the number of days is that cutting at a place yields, up
// or down.
func (c *distance) report(cut ssa.Instruction, unit float64, up bool) {
	days := int(unit / float64(day))
	changed, city, ok := c.at.Forward()
	wrong, hours := 0, 23
	if up {
		changed, city, ok = c.at.Back()
		wrong, hours = 2, 25
	}
	expr, cutHere := c.pass.ExprAt(cut.Pos()), ""
	if cut.Parent() != c.sub.Parent() {
		expr, cutHere = c.pass.ExprAt(c.sub.Pos()), ", cut to whole days,"
	}
	if !ok || expr == nil {
		return
	}
	from := changed.Plus(1 - days)
	c.pass.Report(analysis.Diagnostic{Pos: expr.Pos(), End: expr.End(), Message: fmt.Sprintf(
		"%s%s from midnight of %s to that of %s in %s is %d: %s has %d hours",
		syntax.Text(expr), cutHere, from.ShortDate(), changed.Plus(1), city, wrong, changed.ShortDate(), hours)})
}
