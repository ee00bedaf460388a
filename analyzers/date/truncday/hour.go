package truncday

import (
	"fmt"
	"go/ast"
	"go/constant"
	"regexp"
	"time"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/calendar"
	"github.com/leapguard/leapguard/internal/calendar/layout"
	"github.com/leapguard/leapguard/internal/flow"
	"github.com/leapguard/leapguard/internal/rule"
	"github.com/leapguard/leapguard/internal/syntax"
)

// hours is off by default: few programs run where it matters.
var hours = rule.Option[bool]{
	Name: "hour",
	Doc:  "also reports whole hours of UTC, which begin at half past in India",
}

// toHours reports a call if it cuts a local time to hours and the result is
// taken for the start of an hour.
func (c *check) toHours(call *ssa.Call, d time.Duration) {
	t := flow.Args(call)[0]
	at := c.dates.Moment(t)
	past, city, ok := at.PastHour()
	start := rounded(call, past, d)
	if !ok || start.Minute() == 0 || at.Zone == calendar.UnknownZone && !c.placed(t, make(map[ssa.Value]bool)) {
		return
	}
	expr := c.pass.CallAt(call.Pos())
	if expr == nil {
		return
	}
	use := c.hourUse(call, expr)
	if use == nil {
		return
	}
	message := fmt.Sprintf("%s at %s in %s is %s, not a whole hour", syntax.Text(expr), past.Format(calendar.ClockDate), city, start.Format("15:04"))
	c.pass.Report(analysis.Diagnostic{Pos: expr.Pos(), End: expr.End(), Message: message, Related: use.related(expr)})
}

// placed reports whether a time was put, on some path, into a location that is
// known at run time only: by In, or by time.Date into that of another time.
func (c *check) placed(t ssa.Value, seen map[ssa.Value]bool) bool {
	t = flow.Resolve(t)
	if seen[t] {
		return false
	}
	seen[t] = true
	switch t := t.(type) {
	case *ssa.Phi:
		for _, edge := range t.Edges {
			if c.placed(edge, seen) {
				return true
			}
		}
	case *ssa.Call:
		args := flow.Args(t)
		switch {
		case flow.IsCallTo(t, "(time.Time).In"):
			return flow.IsGiven(args[1])
		case flow.IsCallTo(t, "time.Date"):
			loc, ok := flow.Resolve(args[7]).(*ssa.Call)
			return flow.IsGiven(args[7]) || ok && flow.IsCallTo(loc, "(time.Time).Location") && c.dates.Moment(flow.Args(loc)[0]).Zone != calendar.UTC
		case flow.IsCallTo(t, "(time.Time).Add", "(time.Time).AddDate", "(time.Time).Truncate", "(time.Time).Round"):
			return c.placed(args[0], seen)
		}
	}
	return false
}

// hourUse returns what takes the result of a call for the start of an hour, or
// nil.
func (c *check) hourUse(call *ssa.Call, expr *ast.CallExpr) *dayUse {
	named := hourStart.MatchString(c.nameOf(expr))
	return c.firstUse(call, named, func(use calendar.Use) string {
		switch use.Name {
		case "(time.Time).Hour", "(time.Time).Minute", "(time.Time).Clock":
			return "its hour is read here"
		case "(time.Time).Format":
			if c.printsHour(use.Args[1]) {
				return "its hour is printed here"
			}
		case "(time.Time).Before", "(time.Time).After", "(time.Time).Equal", "(time.Time).Compare", "(time.Time).Sub":
			if named && !kept(use.Other()) {
				return "compared here"
			}
		}
		return ""
	}, "(time.Time).Add", "(time.Time).AddDate", "(time.Time).Local")
}

// kept reports whether a time is cut to hours itself, or read in UTC: then its
// hours are those of UTC.
func kept(t ssa.Value) bool {
	refs := flow.Resolve(t).Referrers()
	if refs == nil {
		return false
	}
	for _, ref := range *refs {
		if call, ok := ref.(*ssa.Call); ok && flow.IsCallTo(call, "(time.Time).Truncate", "(time.Time).Round", "(time.Time).UTC") {
			return true
		}
	}
	return false
}

// printsHour reports whether a layout names the hour and no location.
func (c *check) printsHour(arg ssa.Value) bool {
	text, ok := flow.Of(c.pass.Pass).Fold(arg)
	if !ok || text.Kind() != constant.String {
		return false
	}
	fields := layout.Fields(constant.StringVal(text))
	return fields.Has(layout.Hour, layout.Hour12) && !fields.Has(layout.Zone)
}

// hourStart matches the names of starts of hours.
var hourStart = regexp.MustCompile(`(?i)(this|next|last|prev(ious)?|current|top_?of(_?the)?)_?hour|hour_?(begin|start)|(begin|start)\w*hour`)
