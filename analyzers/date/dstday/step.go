package dstday

import (
	"fmt"
	"go/constant"
	"go/token"
	"go/types"
	"time"

	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/calendar"
	"github.com/leapguard/leapguard/internal/calendar/layout"
	"github.com/leapguard/leapguard/internal/flow"
	"github.com/leapguard/leapguard/internal/syntax"
)

// step reports a call of Add that moves a time by whole days of 24 hours, if
// it moves a midnight or if the day of the result is named.
func (c *check) step(call *ssa.Call) {
	args := flow.Args(call)
	days, known := c.days(args[1])
	if days == 0 {
		return
	}
	at := c.dates.Moment(args[0])
	if _, fixed := calendar.FixedDate(args[0]); fixed || !c.keepsTime(args[0], at) {
		return // on a given date the clock is changed or not
	}
	use := c.usage(call)
	expr := c.pass.CallAt(call.Pos())
	if expr == nil || use.clock {
		return
	}
	text := syntax.Text(expr)
	if !known {
		text += ", for one day,"
	}
	var message string
	switch {
	case at.Midnight:
		message = midnight(days, at)
	case use.label == "" || abs(days) > maxStep:
		return
	case at.Zone != calendar.UnknownZone || use.location:
		message = dayOff(days, at, use.label)
	default:
		return
	}
	c.pass.Reportf(expr, "%s %s", text, message)
}

// maxStep is the number of days above which a distance is not a step from day to
// day, but a term: its end is a point in time, and the day of that is right.
const maxStep = 7

func abs(n int) int { return max(n, -n) }

// midnight tells of a step of some days from midnight on which it misses
// midnight.
func midnight(days int, at calendar.Moment) string {
	changed, city, _ := at.Back()
	start, end := changed.Plus(1-days), changed
	if days < 0 {
		changed, city, _ = at.Forward()
		start, end = changed.Plus(-days), changed.Plus(-1)
	}
	return fmt.Sprintf("from midnight of %s in %s gives 23:00 on %s, not midnight of %s",
		start, city, end.ShortDate(), start.Plus(days).ShortDate())
}

// dayOff tells of a step of some days that ends on another day.
func dayOff(days int, at calendar.Moment, label string) string {
	changed, city, _ := at.Forward()
	start, end, to := "23:30", "00:30", changed.Plus(1)
	if days < 0 {
		start, end, to = end, start, changed.Plus(-1)
	}
	return fmt.Sprintf("at %s on %s in %s gives %s on %s, so %s is a day off",
		start, changed.Plus(-days), city, end, to.ShortDate(), label)
}

// usage tells what a time is used for.
type usage struct {
	label    string // what names its day, "" if nothing does
	clock    bool   // the time of day is looked at too
	location bool   // a date is made of its fields in its own location
}

func (c *check) usage(v ssa.Value) usage {
	var u usage
	for _, use := range c.dates.Follow(v, "(time.Time).Add", "(time.Time).Local") {
		switch use.Name {
		case "(time.Time).Day", "(time.Time).YearDay", "(time.Time).Weekday":
			u.name(use.Name[len("(time.Time)."):])
		case "(time.Time).Date":
			if extracts(use.Instr.(*ssa.Call), 2) {
				u.name("Date")
			}
		case "(time.Time).Hour", "(time.Time).Minute", "(time.Time).Clock":
			u.clock = true
		case "(time.Time).Location":
			u.location = true
		case "(time.Time).Format":
			text, ok := c.text(use.Args[1])
			if !ok {
				continue
			}
			switch fields := layout.Fields(text); {
			case fields.Has(layout.Hour, layout.Hour12, layout.Minute):
				u.clock = true
			case fields.Has(layout.Day, layout.YearDay, layout.Weekday):
				u.name(fmt.Sprintf("Format(%q)", text))
			}
		}
	}
	return u
}

func (u *usage) name(label string) {
	if u.label == "" {
		u.label = label
	}
}

// extracts reports whether a result of a call is used.
func extracts(call ssa.CallInstruction, index int) bool {
	result, ok := call.(*ssa.Call)
	if !ok {
		return false
	}
	for _, ref := range *result.Referrers() {
		if x, ok := ref.(*ssa.Extract); ok && x.Index == index && len(*x.Referrers()) > 0 {
			return true
		}
	}
	return false
}

// days returns the number of whole days of a duration, 1 or -1 where it is a
// multiple that is not known, and 0 for other durations.
func (c *check) days(v ssa.Value) (n int, known bool) {
	if n, ok := c.dates.Integer(v); ok {
		if d := time.Duration(n); d%day == 0 {
			return int(d / day), true
		}
		return 0, true
	}
	factor := c.factor(v, 0)
	switch {
	case factor == 0 || factor%int64(day) != 0:
		return 0, false
	case factor < 0:
		return -1, false
	}
	return 1, false
}

// maxFactors bounds the nesting of products.
const maxFactors = 8

// factor returns the product of the constant factors of v.
func (c *check) factor(v ssa.Value, depth int) int64 {
	if n, ok := c.dates.Integer(v); ok {
		return n
	}
	if depth == maxFactors {
		return 1
	}
	switch v := flow.Resolve(v).(type) {
	case *ssa.BinOp:
		if v.Op == token.MUL {
			return c.factor(v.X, depth+1) * c.factor(v.Y, depth+1)
		}
	case *ssa.UnOp:
		if v.Op == token.SUB {
			return -c.factor(v.X, depth+1)
		}
	case *ssa.Convert:
		if !isFloat(v.X) {
			return c.factor(v.X, depth+1)
		}
	}
	return 1
}

// text returns the value of a constant string.
func (c *check) text(v ssa.Value) (string, bool) {
	k, ok := flow.Of(c.pass.Pass).Fold(v)
	if !ok || k.Kind() != constant.String {
		return "", false
	}
	return constant.StringVal(k), true
}

func isFloat(v ssa.Value) bool {
	b, ok := v.Type().Underlying().(*types.Basic)
	return ok && b.Info()&types.IsFloat != 0
}
