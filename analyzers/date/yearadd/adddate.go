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

// addDates reports calls of AddDate with whole years whose result names
// a month or a day, or is compared with what does not know leap years.
func (c *check) addDates() {
	if !c.dates.MovesByYears() {
		return
	}
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

// reportCall reports a call, given the text of its expression.
func (c *check) reportCall(call *ssa.Call, message func(expr string) string) {
	expr := c.pass.CallAt(call.Pos())
	if expr == nil || c.reported[expr.Pos()] {
		return
	}
	c.reported[expr.Pos()] = true
	c.pass.Report(analysis.Diagnostic{Pos: expr.Pos(), End: expr.End(), Message: message(syntax.Text(expr))})
}
