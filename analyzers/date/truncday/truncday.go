package truncday

import (
	_ "embed"
	"fmt"
	"go/ast"
	"go/constant"
	"go/token"
	"regexp"
	"time"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/calendar"
	"github.com/leapguard/leapguard/internal/calendar/layout"
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
		Slug:       "truncday",
		Title:      "a local time truncated to days of UTC",
		Family:     rule.Date,
		Severity:   finding.Warning,
		Confidence: rule.Medium,
		Profile:    config.Default,
		Triggers: rule.Triggers{
			{"Truncate", "Round"},
			{"24", "168", "Day"},
			{"Now", "Local", "Unix", "UnixMilli", "UnixMicro", "LoadLocation"},
		},
		Options:        []rule.AnyOption{hours},
		OptionTriggers: map[string]rule.Triggers{hours.Name: {{"Truncate", "Round"}, {"Hour"}}},

		Since:         "0.1.0",
		CWE:           []int{682},
		Fix:           rule.NoFix,
		SilentInTests: true, // where both sides are mostly built alike
		Path:          rule.Following,
		Page:          page,
	},
	Cores: []*rule.Core{calendar.Core, flow.Core},
	Run:   run,
})

// Analyzer is the check's analyzer.
var Analyzer = Rule.Analyzer

// The units, in nanoseconds; a day is one of 24 hours.
const (
	day  = int64(24 * time.Hour)
	hour = int64(time.Hour)
)

func run(pass *rule.Pass) error {
	unit := day
	if hours.In(pass) {
		unit = hour
	}
	if !cuts(pass, unit) {
		return nil
	}
	c := &check{pass: pass, dates: calendar.Of(pass.Pass), unit: unit}
	for _, call := range c.dates.Calls("(time.Time).Truncate", "(time.Time).Round") {
		c.truncated(call)
	}
	return nil
}

type check struct {
	pass  *rule.Pass
	dates *calendar.Program
	unit  int64 // of the widths that are looked at, in nanoseconds
}

// truncated reports a call if it cuts a local time to days and the result is
// taken for the start of a day, or the same of hours.
func (c *check) truncated(call *ssa.Call) {
	args := flow.Args(call)
	d, ok := c.dates.Integer(args[1])
	switch {
	case !ok || d <= 0 || d%c.unit != 0:
		return
	case d%day != 0:
		c.toHours(call, time.Duration(d))
		return
	}
	at := c.dates.Moment(args[0])
	if at.Zone != calendar.Local && at.Zone != calendar.Loaded {
		return
	}
	expr := c.pass.CallAt(call.Pos())
	near, city, ok := at.NearMidnight()
	if expr == nil || !ok {
		return
	}
	use := c.use(call, expr)
	if use == nil {
		return
	}
	start := rounded(call, near, time.Duration(d))
	if morning := near.Add(-sixteenHours); start.Day() == near.Day() {
		near, start = morning, rounded(call, morning, time.Duration(d))
	}
	message := fmt.Sprintf("%s at %s in %s is %s, not midnight", syntax.Text(expr), near.Format(calendar.ClockDate), city, start.Format(calendar.Clock))
	c.pass.Report(analysis.Diagnostic{Pos: expr.Pos(), End: expr.End(), Message: message, Related: use.related(expr)})
}

// rounded is what the method that is called makes of a time.
func rounded(call *ssa.Call, t time.Time, d time.Duration) time.Time {
	if flow.Callee(call).Name() == "Round" {
		return t.Round(d)
	}
	return t.Truncate(d)
}

// sixteenHours before the end of a day, the date in UTC is still that of the
// day where it begins later than in UTC.
const sixteenHours = 16 * time.Hour

// A dayUse is what takes a time for the start of a day, or of an hour: an
// expression, or the name that it is given.
type dayUse struct {
	expr ast.Expr
	text string
}

func (u *dayUse) related(expr ast.Expr) []analysis.RelatedInformation {
	if u.expr == nil || u.expr.Pos() <= expr.Pos() && expr.End() <= u.expr.End() {
		return nil
	}
	return []analysis.RelatedInformation{{Pos: u.expr.Pos(), End: u.expr.End(), Message: u.text}}
}

// use returns what takes the result of a call for the start of a day, or nil.
func (c *check) use(call *ssa.Call, expr *ast.CallExpr) *dayUse {
	named := dayStart.MatchString(c.nameOf(expr)) || c.underToday(expr)
	use := c.firstUse(call, named, func(use calendar.Use) string {
		switch use.Name {
		case "(time.Time).Day", "(time.Time).Month", "(time.Time).Year", "(time.Time).YearDay", "(time.Time).Weekday", "(time.Time).Date", "(time.Time).ISOWeek":
			return "its date is read here"
		case "(time.Time).AddDate":
			if c.isStep(use.Args) {
				return "moved by days here"
			}
		case "(time.Time).Format":
			if c.prints(use.Args[1]) {
				return "its date is printed here"
			}
		case "(time.Time).Before", "(time.Time).After", "(time.Time).Equal", "(time.Time).Compare", "(time.Time).Sub":
			if other := c.dates.Moment(use.Other()); named && !c.stored(use.Other()) || other.Midnight && other.Zone != calendar.UTC && other.Zone != calendar.UnknownZone {
				return "compared here"
			}
		}
		if named && c.dates.Column(use) != nil {
			return "compared with a column of points in time here"
		}
		return ""
	}, "(time.Time).Add", "(time.Time).Local")
	if use == nil && named {
		if to := c.span(call); to != nil {
			use = &dayUse{c.pass.ExprAt(to.Pos()), "passed with its end here"}
		}
	}
	return use
}

// stored reports whether a time is what a field of a struct holds: it may be a
// date without a clock that a database keeps in UTC.
func (c *check) stored(v ssa.Value) bool {
	v = flow.Resolve(v)
	if load, ok := v.(*ssa.UnOp); ok && load.Op == token.MUL {
		v = flow.Resolve(load.X)
		if pointer, ok := v.(*ssa.UnOp); ok && pointer.Op == token.MUL {
			v = pointer.X // to a field that may be nil
		}
	}
	switch v.(type) {
	case *ssa.Field, *ssa.FieldAddr:
		return c.dates.Moment(v).Zone == calendar.UnknownZone
	}
	return false
}

// firstUse returns the first use of the result of a call, also moved by the
// given methods, of which takes says what it is there; for a result with a name
// that says so, its return is one.
func (c *check) firstUse(call *ssa.Call, named bool, takes func(calendar.Use) string, through ...string) *dayUse {
	for _, use := range c.dates.Follow(call, through...) {
		if text := takes(use); text != "" {
			return &dayUse{c.pass.ExprAt(use.Instr.Pos()), text}
		}
		if ret, ok := use.Instr.(*ssa.Return); ok && named && ret.Parent() == call.Parent() {
			return &dayUse{}
		}
	}
	return nil
}

// isStep reports whether AddDate goes from a day to one near it. A term of
// validity is longer, and its start may be any.
func (c *check) isStep(args []ssa.Value) bool {
	years, ok := c.dates.Integer(args[1])
	months, ok2 := c.dates.Integer(args[2])
	days, ok3 := c.dates.Integer(args[3])
	return ok && ok2 && ok3 && years == 0 && months == 0 && -maxStep <= days && days <= maxStep
}

// maxStep is the number of days that calendars are leafed through by, at most.
const maxStep = 7

// prints reports whether a layout names the day and no location, which would
// tell that it is not the local one that is meant.
func (c *check) prints(arg ssa.Value) bool {
	text, ok := flow.Of(c.pass.Pass).Fold(arg)
	if !ok || text.Kind() != constant.String {
		return false
	}
	fields := layout.Fields(constant.StringVal(text))
	return fields.Has(layout.Day, layout.YearDay) && !fields.Has(layout.Zone)
}

// dayStart matches the names of starts of days.
var dayStart = regexp.MustCompile(`(?i)today|tomorrow|yesterday|midnight|day_?(begin|start)|(begin|start)\w*day`)

// nameOf returns the name of the variable or field that an expression is
// assigned to, or of the function that returns it; methods may be called on it
// before.
func (c *check) nameOf(expr ast.Expr) string {
	file := c.pass.FileOf(expr.Pos())
	name := ""
	visit := func(n ast.Node) bool {
		if n == nil || expr.Pos() < n.Pos() || n.End() < expr.End() {
			return false
		}
		switch n := n.(type) {
		case *ast.FuncDecl:
			name = n.Name.Name
		case *ast.FuncLit:
			name = ""
		case *ast.AssignStmt:
			if i := index(n.Rhs, expr); i >= 0 && len(n.Lhs) == len(n.Rhs) {
				name = last(n.Lhs[i])
			}
			return false
		case *ast.ValueSpec:
			if i := index(n.Values, expr); i >= 0 && len(n.Names) == len(n.Values) {
				name = n.Names[i].Name
			}
			return false
		case *ast.KeyValueExpr:
			name = last(n.Key)
		}
		return true
	}
	ast.Inspect(file, visit)
	return name
}

// index returns the index of the expression whose value a chain of methods
// called on inner yields, or -1.
func index(list []ast.Expr, inner ast.Expr) int {
	for i, e := range list {
		for {
			if e == inner {
				return i
			}
			call, ok := ast.Unparen(e).(*ast.CallExpr)
			if !ok {
				break
			}
			sel, ok := call.Fun.(*ast.SelectorExpr)
			if !ok {
				break
			}
			e = sel.X
		}
	}
	return -1
}

// last returns the last identifier of an operand.
func last(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.Ident:
		return e.Name
	case *ast.SelectorExpr:
		return e.Sel.Name
	}
	return ""
}
