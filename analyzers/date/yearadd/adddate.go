package yearadd

import (
	"fmt"
	"go/token"
	"time"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/calendar"
	"github.com/leapguard/leapguard/internal/flow"
	"github.com/leapguard/leapguard/internal/syntax"
)

// addDates reports calls of AddDate with whole years whose result names
// a month or a day, or is compared with what does not know leap years.
func (c *check) addDates() {
	for _, call := range c.dates.Calls("(time.Time).AddDate") {
		if years, ok := c.wholeYears(call); ok {
			c.named(call, years)
			c.compared(call, years)
		}
	}
}

// wholeYears returns the number of years that a call of AddDate adds, if it adds
// nothing else and 29 February may fail by it.
func (c *check) wholeYears(call *ssa.Call) (int, bool) {
	args := flow.Args(call)
	years, ok := c.dates.Integer(args[1])
	months, ok2 := c.dates.Integer(args[2])
	days, ok3 := c.dates.Integer(args[3])
	if !ok || !ok2 || !ok3 || months != 0 || days != 0 {
		return 0, false
	}
	_, fails := calendar.FailingLeapYear(int(years))
	return int(years), fails
}

// named reports a year added to any day if the month of the result is named
// without its day, or the day without its year.
func (c *check) named(call *ssa.Call, years int) {
	base := flow.Args(call)[0]
	at := c.dates.Moment(base)
	if at.Day != calendar.AnyDay || at.Number != 0 && at.Number != 29 || c.dates.DayTested(base, call.Block()) {
		return
	}
	labels := c.dates.Labels(call)
	if labels.Compared {
		return
	}
	what := ""
	switch {
	case labels.Month != nil && labels.Layout != "":
		what = fmt.Sprintf("%q names the wrong month", labels.Layout)
	case labels.Month != nil:
		what = flow.Callee(labels.Month).Name() + " names the wrong month"
	case labels.Yearless != nil:
		what = fmt.Sprintf("%q names another day", labels.Layout)
	default:
		return
	}
	leap, _ := calendar.FailingLeapYear(years)
	from := calendar.LeapDay(leap)
	to := calendar.Date{Year: leap + years, Month: time.February, Day: 29}.Normalize()
	c.reportCall(call, func(expr string) string {
		return fmt.Sprintf("%s on %s gives %s, so %s", expr, from, to, what)
	})
}

// compared reports a year added if the result is compared for equality with
// the same date some days later, or with the date that it was once the year
// is taken off again.
func (c *check) compared(call *ssa.Call, years int) {
	base := flow.Args(call)[0]
	for _, use := range c.dates.Follow(call, "(time.Time).Unix", "(time.Time).UTC", "(time.Time).Local") {
		if !isEquality(use) {
			continue
		}
		other := use.Other()
		if inner, ok := flow.Resolve(base).(*ssa.Call); ok && c.undoes(inner, years, other) {
			leap, _ := calendar.FailingLeapYear(-years)
			c.reportCall(call, func(expr string) string {
				return fmt.Sprintf("%s on %s gives %s", expr, calendar.LeapDay(leap), calendar.Date{Year: leap, Month: time.March, Day: 1})
			})
			return
		}
		days, ok := c.daysAfter(base, other)
		if from, took, differs := yearsInDays(years, days); ok && differs {
			c.reportCall(call, func(expr string) string {
				return fmt.Sprintf("%s on %s is %d days later, and it is compared with %d days", expr, from, took, days)
			})
			return
		}
	}
}

// isEquality reports whether a use compares for equality.
func isEquality(use calendar.Use) bool {
	if op, ok := use.Instr.(*ssa.BinOp); ok {
		return op.Op == token.EQL || op.Op == token.NEQ
	}
	return use.Name == "(time.Time).Equal"
}

// undoes reports whether inner adds the years that are taken off again, to the
// date other.
func (c *check) undoes(inner *ssa.Call, years int, other ssa.Value) bool {
	if callee := flow.Callee(inner); callee == nil || flow.Name(callee) != "(time.Time).AddDate" {
		return false
	}
	added, ok := c.wholeYears(inner)
	return ok && added == -years && sameTime(flow.Args(inner)[0], other)
}

// daysAfter returns how many days after base the time v is, if that is fixed.
func (c *check) daysAfter(base, v ssa.Value) (int, bool) {
	v = flow.Resolve(v)
	for {
		call, ok := v.(*ssa.Call)
		if !ok || flow.Callee(call) == nil {
			return 0, false
		}
		args := flow.Args(call)
		switch flow.Name(flow.Callee(call)) {
		case "(time.Time).Unix", "(time.Time).UTC", "(time.Time).Local":
			v = flow.Resolve(args[0])
			continue
		case "(time.Time).Add":
			d, ok := c.dates.Integer(args[1])
			day := int64(24 * time.Hour)
			return int(d / day), ok && d%day == 0 && sameTime(args[0], base)
		case "(time.Time).AddDate":
			for _, arg := range args[1:3] {
				if n, ok := c.dates.Integer(arg); !ok || n != 0 {
					return 0, false
				}
			}
			d, ok := c.dates.Integer(args[3])
			return int(d), ok && sameTime(args[0], base)
		}
		return 0, false
	}
}

// yearsInDays returns the first date of 2026 or later on which a number of
// years is not the number of days that is meant to be the same; differs is
// false if that is not meant.
func yearsInDays(years, days int) (from calendar.Date, took int, differs bool) {
	if days == 0 || abs(days-365*years) > abs(years)/4+1 {
		return from, 0, false
	}
	for y := 2026; y < 2034; y++ {
		for _, m := range []time.Month{time.January, time.March} {
			t := time.Date(y, m, 1, 0, 0, 0, 0, time.UTC)
			if took = int(t.AddDate(years, 0, 0).Sub(t).Hours() / 24); took != days {
				return calendar.Date{Year: y, Month: m, Day: 1}, took, true
			}
		}
	}
	return from, 0, false
}

func abs(n int) int { return max(n, -n) }

// sameTime reports whether two values are the same time, or nearly: the present.
func sameTime(a, b ssa.Value) bool {
	return flow.Same(a, b) || now(flow.Resolve(a)) && now(flow.Resolve(b))
}

func now(v ssa.Value) bool {
	call, ok := v.(*ssa.Call)
	return ok && flow.Callee(call) != nil && flow.Name(flow.Callee(call)) == "time.Now"
}

// reportCall reports a call, given the text of its expression.
func (c *check) reportCall(call *ssa.Call, message func(expr string) string) {
	expr := c.pass.CallAt(call.Pos())
	if expr == nil || c.reported[expr.Pos()] {
		return
	}
	c.reported[expr.Pos()] = true
	c.pass.Report(analysis.Diagnostic{Pos: expr.Pos(), End: expr.End(), Message: message(syntax.Text(expr))})
}
