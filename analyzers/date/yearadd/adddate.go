package yearadd

import (
	"fmt"
	"time"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/calendar"
	"github.com/leapguard/leapguard/internal/flow"
	"github.com/leapguard/leapguard/internal/syntax"
)

// addDates reports calls that add whole years to a date whose result names
// a month or a day, or is compared with what does not know leap years.
func (c *check) addDates() {
	if !c.dates.MovesByYears() {
		return
	}
	for _, m := range c.dates.Moves() {
		if years, ok := c.wholeYears(m); ok {
			c.named(m, years)
			c.compared(m, years)
		}
	}
}

// wholeYears returns the number of years that a call adds, if it adds nothing
// else and 29 February may fail by it.
func (c *check) wholeYears(m calendar.Move) (int, bool) {
	years, ok := c.dates.Count(m.Years)
	months, ok2 := c.dates.Count(m.Months)
	days, ok3 := c.dates.Count(m.Days)
	if !ok || !ok2 || !ok3 || months != 0 || days != 0 {
		return 0, false
	}
	_, fails := calendar.FailingLeapYear(years)
	return years, fails
}

// named reports a year added to any day if the month of the result is named
// without its day, or the day without its year.
func (c *check) named(m calendar.Move, years int) {
	call, base := m.Call, m.Base
	at := c.dates.Moment(base)
	if at.Day != calendar.AnyDay || at.Number != 0 && at.Number != 29 || c.dates.DayTested(base, call.Block()) {
		return
	}
	labels := c.dates.Labels(call, [2]time.Month{time.February, time.March})
	if labels.Compared || years < 0 && c.dates.StandsIn(call) {
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

// reportCall reports a call, given the text of its expression.
func (c *check) reportCall(call *ssa.Call, message func(expr string) string) {
	expr := c.pass.CallAt(call.Pos())
	if expr == nil || c.reported[expr.Pos()] || c.discussed(expr) {
		return
	}
	c.reported[expr.Pos()] = true
	c.pass.Report(analysis.Diagnostic{Pos: expr.Pos(), End: expr.End(), Message: message(syntax.Text(expr))})
}
