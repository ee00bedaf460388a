package localutc

import (
	_ "embed"
	"fmt"
	"go/ast"
	"go/token"
	"regexp"
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
		Slug:       "localutc",
		Title:      "the local date taken for that in UTC",
		Family:     rule.Date,
		Severity:   finding.Warning,
		Confidence: rule.Medium,
		Profile:    config.Default,
		Triggers: rule.Triggers{
			{"Date"},
			{"UTC"},
			{"Now", "Local", "Unix", "UnixMilli", "UnixMicro", "LoadLocation"},
		},
		Since:         "0.1.0",
		CWE:           []int{682},
		Fix:           rule.NoFix,
		SilentInTests: true, // where both sides are mostly built alike
		Path:          rule.Following,
		Page:          page,
	},
	Cores:     []*rule.Core{calendar.Core, flow.Core},
	FactTypes: []analysis.Fact{new(LocalAsUTC)},
	Run:       run,
})

// Analyzer is the check's analyzer.
var Analyzer = Rule.Analyzer

func run(pass *rule.Pass) error {
	c := &check{pass: pass, dates: calendar.Of(pass.Pass), bounds: bounds.New(flow.Of(pass.Pass))}
	if !putsInUTC(pass) {
		c.imported()
		return nil
	}
	for _, call := range c.dates.Calls("time.Date") {
		if at, fields, ok := c.local(call); ok {
			c.made(call, at, fields)
		} else {
			c.wrapped(call)
		}
	}
	c.imported()
	return nil
}

// putsInUTC reports, by syntax and types alone, whether a package makes dates
// in UTC that are not constant: most of those in tests are, for which no SSA
// need be built.
func putsInUTC(pass *rule.Pass) bool {
	info := pass.TypesInfo
	for n := range pass.Nodes() {
		call, ok := n.(*ast.CallExpr)
		if !ok || len(call.Args) != 8 || info.Types[call.Args[1]].Value != nil && info.Types[call.Args[2]].Value != nil {
			continue
		}
		if zone, ok := call.Args[7].(*ast.SelectorExpr); ok && zone.Sel.Name == "UTC" {
			return true
		}
	}
	return false
}

type check struct {
	pass   *rule.Pass
	dates  *calendar.Program
	bounds *bounds.Program
}

// methods yield the first three arguments of time.Date.
var methods = [3]string{"(time.Time).Year", "(time.Time).Month", "(time.Time).Day"}

// A field is a part of a local date, moved by a constant perhaps.
type field struct {
	local bool
	value int // to be added, or the constant itself
	known bool
}

// local returns what is known of the local time whose year, month or day a
// call of time.Date puts into UTC.
func (c *check) local(call *ssa.Call) (at calendar.Moment, fields [3]field, ok bool) {
	args := flow.Args(call)
	if !c.dates.IsUTC(args[7]) {
		return at, fields, false
	}
	for i, method := range methods {
		n, constant := c.dates.Integer(args[i])
		fields[i] = field{value: int(n), known: constant}
		t, moved := c.dates.Added(args[i], method)
		if t == nil {
			continue
		}
		of := c.dates.Moment(t)
		if of.Zone != calendar.Local && of.Zone != calendar.Loaded || !of.Instant {
			continue
		}
		if ok && (of.Zone != at.Zone || of.Place != at.Place) {
			return at, fields, false
		}
		fields[i] = field{local: true, value: moved, known: true}
		at, ok = of, true
	}
	if fields[1].known && !fields[1].local && fields[2].known && !fields[2].local {
		return at, fields, false // the same day of every year, whatever the location
	}
	return at, fields, ok
}

// made reports a date if it is compared with an instant or if a function
// returns it as the beginning or end of a day.
func (c *check) made(call *ssa.Call, at calendar.Moment, fields [3]field) {
	near, city, ok := at.NearMidnight()
	if !ok {
		return
	}
	clock := false
	for _, arg := range flow.Args(call)[3:7] {
		_, constant := c.dates.Integer(arg)
		clock = clock || !constant
	}
	date, slot := c.date(call, fields, near)
	if slot && calendar.DateOf(date) == calendar.DateOf(near) {
		return // one of several times of that day, in UTC as it seems
	}
	example := fmt.Sprintf("at %s in %s gives %s there", near.Format(calendar.ClockDate), city, date.Format(calendar.Clock))
	if !c.report(call, example, c.use(call, clock)) {
		c.export(call, example)
	}
}

// report reports a date that is used as an instant, if it is.
func (c *check) report(call *ssa.Call, example string, use *misuse) bool {
	expr := c.pass.CallAt(call.Pos())
	if use == nil || expr == nil {
		return false
	}
	d := analysis.Diagnostic{Pos: expr.Pos(), End: expr.End(), Message: fmt.Sprintf("%s %s, yet is %s", syntax.Text(expr), example, use.text)}
	if at := use.at; at != nil && (expr.Pos() < at.Pos() || at.End() < expr.End()) {
		d.Related = append(d.Related, analysis.RelatedInformation{Pos: at.Pos(), End: at.End(), Message: "compared here"})
	}
	c.pass.Report(d)
	return true
}

// date returns what time.Date yields when the local time is near midnight;
// what is not known of it is that of the local time, or the least that it can be
// of the time of day. slot tells that the hour is one of several, none of which
// is 0.
func (c *check) date(call *ssa.Call, fields [3]field, near time.Time) (date time.Time, slot bool) {
	year, month, day := near.Date()
	parts := [3]int{year, int(month), day}
	for i, f := range fields {
		switch {
		case f.local:
			parts[i] += f.value
		case f.known:
			parts[i] = f.value
		}
	}
	var clock [4]int
	for i, arg := range flow.Args(call)[3:7] {
		if n, constant := c.dates.Integer(arg); constant {
			clock[i] = int(n)
		} else if r := c.bounds.At(arg, call.Block()); 0 < r.Min && r.Max < 24 {
			clock[i], slot = int(r.Min), true
		}
	}
	return time.Date(parts[0], time.Month(parts[1]), parts[2], clock[0], clock[1], clock[2], clock[3], time.UTC).In(near.Location()), slot
}

// dayBound matches the names of functions that return the beginning or the end
// of a day.
var dayBound = regexp.MustCompile(`(?i)(today|day)_?(begin|start|end)|(begin|start|end)\w*(today|day)$|midnight`)

// A misuse tells what a date is wrongly used as, and where.
type misuse struct {
	text string
	at   ast.Expr // the comparison, or nil
}

// use returns how a date that a call yields is misused, or nil if nothing is
// known to be wrong. clock tells that the time of day is not constant either.
func (c *check) use(call *ssa.Call, clock bool) *misuse {
	var returned *misuse
	for _, u := range c.dates.Follow(call, "(time.Time).Add", "(time.Time).AddDate", "(time.Time).Truncate", "(time.Time).UTC", "(time.Time).Local") {
		if ret, ok := u.Instr.(*ssa.Return); ok {
			name := ret.Parent().Name()
			if ret.Parent() == call.Parent() && dayBound.MatchString(name) && flow.Name(flow.Callee(call)) == "time.Date" {
				returned = &misuse{text: "what " + name + " returns"}
			}
			continue
		}
		if clock && u.Name == "(time.Time).Sub" {
			continue // yields the offset of the location
		}
		if c.compares(u) && !c.dates.Unreached(u.Instr.Block()) {
			return &misuse{"compared with a point in time", c.pass.ExprAt(u.Instr.Pos())}
		}
		if query := c.dates.Column(u); query != nil {
			return &misuse{"compared with a column of points in time", c.pass.ExprAt(query.Pos())}
		}
	}
	return returned
}

// compares reports whether a use compares the date with an instant.
func (c *check) compares(u calendar.Use) bool {
	if op, ok := u.Instr.(*ssa.BinOp); ok {
		return (op.Op == token.EQL || op.Op == token.NEQ) && c.dates.Moment(u.Other()).Instant
	}
	switch u.Name {
	case "time.Since", "time.Until":
		return true
	case "(time.Time).Before", "(time.Time).After", "(time.Time).Equal", "(time.Time).Compare", "(time.Time).Sub":
		return c.dates.Moment(u.Other()).Instant
	}
	return false
}
