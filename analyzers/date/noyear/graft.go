package noyear

import (
	goconstant "go/constant"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/calendar"
	"github.com/leapguard/leapguard/internal/calendar/layout"
	"github.com/leapguard/leapguard/internal/flow"
)

// A graft is a call that puts the present year into a time without one.
type graft struct {
	call   *ssa.Call
	time   ssa.Value // that has no year
	now    ssa.Value // whose year it gets
	parsed ssa.Value // the call of time.Parse, if known
	layout string    // its layout, "" if not known
}

// graft tells what a call of AddDate or time.Date puts together.
func (c *check) graft(call *ssa.Call) (graft, bool) {
	args := flow.Args(call)
	if len(args) == 4 { // AddDate
		now, ok := read(args[1], "Year")
		if !ok || !c.zero(args[2]) || !c.zero(args[3]) || !c.present(now, nil) {
			return graft{}, false
		}
		g := graft{call: call, time: args[0], now: now}
		// The number of the present year added to a time is the present year
		// only if that has none.
		switch yearless, known := c.yearless(&g, args[0], nil); {
		case known:
			return g, yearless
		case c.isYearZero(g):
			return g, true
		}
		day := c.dates.Moment(args[0]).Day
		return g, day == calendar.UnknownDay || day == calendar.AnyDay
	}
	now, ok := read(args[0], "Year")
	month, ok2 := read(args[1], "Month")
	day, ok3 := read(args[2], "Day")
	if !ok || !ok2 || !ok3 || !same(month, day) || same(now, month) || !c.present(now, nil) {
		return graft{}, false
	}
	g := graft{call: call, time: month, now: now}
	yearless, known := c.yearless(&g, month, nil)
	return g, yearless || !known && c.isYearZero(g)
}

func (c *check) zero(v ssa.Value) bool {
	k, ok := c.flow.Fold(v)
	return ok && goconstant.Sign(k) == 0
}

// read returns the time of which a value is the year, month or day.
func read(v ssa.Value, part string) (ssa.Value, bool) {
	t, name := calendar.PartOf(v)
	return t, name == part
}

// isTime reports whether a call is of one of the methods of time.Time.
func isTime(call ssa.CallInstruction, methods ...string) bool {
	return slices.ContainsFunc(methods, func(m string) bool { return flow.IsCallTo(call, "(time.Time)."+m) })
}

// same reports whether two values are surely the same time.
func same(a, b ssa.Value) bool {
	a, b = flow.Resolve(a), flow.Resolve(b)
	if a == b {
		return true
	}
	x, ok := flow.PathOf(a)
	y, ok2 := flow.PathOf(b)
	return ok && ok2 && x == y
}

// moves are the methods that return the same time read in another location, or
// cut.
var moves = []string{"UTC", "Local", "In", "Truncate", "Round"}

// present reports whether a time can be the present: it comes from time.Now,
// or from a function without parameters, which is a clock, or it is a
// parameter that is named so.
func (c *check) present(v ssa.Value, seen map[ssa.Value]bool) bool {
	v = flow.Resolve(v)
	switch v := v.(type) {
	case *ssa.Phi:
		if seen == nil {
			seen = make(map[ssa.Value]bool)
		}
		if seen[v] {
			return false
		}
		seen[v] = true
		for _, edge := range v.Edges {
			if c.present(edge, seen) {
				return true
			}
		}
		return false
	case *ssa.Parameter:
		return v.Name() == "now"
	case *ssa.Call:
		if isTime(v, moves...) {
			return c.present(flow.Args(v)[0], seen)
		}
		if flow.Callee(v) == nil && len(v.Call.Args) == 0 && v.Call.Method == nil {
			return isTimeType(v.Type()) // a clock in a variable or field
		}
	}
	return c.dates.Moment(v).Now
}

// chosen reports whether a field or parameter may stand in for the present, as
// the configuration of a parser has one: then it is the caller who says in which
// year a date without one lies.
func chosen(now ssa.Value) bool {
	now = flow.Resolve(now)
	if call, ok := now.(*ssa.Call); ok && isTime(call, moves...) {
		return chosen(flow.Args(call)[0])
	}
	phi, ok := now.(*ssa.Phi)
	return ok && slices.ContainsFunc(phi.Edges, flow.IsGiven)
}

func isTimeType(t types.Type) bool {
	named, ok := types.Unalias(t).(*types.Named)
	return ok && named.Obj().Pkg() != nil && named.Obj().Pkg().Path() == "time" && named.Obj().Name() == "Time"
}

// yearless tells whether a time is read by a layout with month and day but
// without a year. It is not known if the layout is not, nor where the time
// comes from.
func (c *check) yearless(g *graft, v ssa.Value, seen map[ssa.Value]bool) (yes, known bool) {
	v = flow.Resolve(v)
	if seen[v] {
		return false, false
	}
	if seen == nil {
		seen = make(map[ssa.Value]bool)
	}
	seen[v] = true
	switch v := v.(type) {
	case *ssa.Const:
		return false, true
	case *ssa.Phi:
		return c.anyYearless(g, v.Edges, seen)
	case *ssa.Extract:
		if call, ok := v.Tuple.(*ssa.Call); ok && v.Index == 0 {
			if flow.IsCallTo(call, "time.Parse", "time.ParseInLocation") {
				return c.parsed(g, call)
			}
			return c.anyYearless(g, results(flow.Target(call)), seen)
		}
	case *ssa.Call:
		if isTime(v, moves...) {
			return c.yearless(g, flow.Args(v)[0], seen)
		}
		return c.anyYearless(g, results(flow.Target(v)), seen)
	}
	return false, false
}

func (c *check) anyYearless(g *graft, values []ssa.Value, seen map[ssa.Value]bool) (yes, known bool) {
	for _, v := range values {
		y, k := c.yearless(g, v, seen)
		if y {
			return true, true
		}
		if _, zero := flow.Resolve(v).(*ssa.Const); !zero {
			known = known || k
		}
	}
	return false, known
}

// results returns what a function returns first.
func results(fn *ssa.Function) []ssa.Value {
	if fn == nil {
		return nil
	}
	var out []ssa.Value
	for _, block := range fn.Blocks {
		if ret, ok := block.Instrs[len(block.Instrs)-1].(*ssa.Return); ok && len(ret.Results) > 0 {
			out = append(out, ret.Results[0])
		}
	}
	return out
}

// parsed judges a call of time.Parse. A constant text is a date that somebody
// chose. A day without a time of day is what people write who mean one of this
// year; something happened, or will, at a time of day.
func (c *check) parsed(g *graft, call *ssa.Call) (yes, known bool) {
	args := flow.Args(call)
	if _, fixed := c.flow.Fold(args[1]); fixed {
		return false, true
	}
	k, ok := c.flow.Fold(args[0])
	if !ok || k.Kind() != goconstant.String {
		return false, false
	}
	text := goconstant.StringVal(k)
	fields := layout.Fields(text)
	clock := fields.Has(layout.Hour) || fields.Has(layout.Hour12)
	if fields.Has(layout.Year) || !fields.Has(layout.Month) || !fields.Has(layout.Day) || !clock {
		return false, true
	}
	g.parsed, g.layout = call, text
	return true, true
}

// isYearZero reports whether the graft happens only to times of the year 0.
func (c *check) isYearZero(g graft) bool {
	for _, cond := range flow.ConditionsAt(g.call.Block()) {
		v, ok := read(cond.X, "Year")
		if ok && cond.Op == token.EQL && c.zero(cond.Y) && same(v, g.time) {
			return true
		}
	}
	return false
}
