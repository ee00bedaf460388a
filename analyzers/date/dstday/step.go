package dstday

import (
	"fmt"
	"go/constant"

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
	days := c.strides(call)
	if days.longest() == 0 {
		return
	}
	at := c.dates.Moment(args[0])
	if _, fixed := calendar.FixedDate(args[0]); fixed || !c.keepsTime(args[0], at) {
		return // on a given date the clock is changed or not
	}
	use := c.usage(call, days.known && at.Now && days.days[0] < -1)
	expr := c.pass.CallAt(call.Pos())
	if expr == nil || use.clock {
		return
	}
	var message string
	var n int
	switch {
	case at.Midnight:
		message, n = midnight(days, at)
	case use.label == "" || days.longest() > maxStep:
		return
	case at.Zone != calendar.UnknownZone || use.location:
		message, n = dayOff(days, at, use.label)
	}
	switch {
	case n == 0:
		return // such a day is on none of the dates
	case days.known:
	case abs(n) == 1:
		message = ", for one day," + message
	default:
		message = fmt.Sprintf(", for %d days,%s", abs(n), message)
	}
	c.pass.Reportf(expr, "%s%s", syntax.Text(expr), message)
}

// maxStep is the number of days above which a distance is not a step from day to
// day, but a term: its end is a point in time, and the day of that is right.
const maxStep = 7

func abs(n int) int { return max(n, -n) }

// midnight tells of a step of n days from midnight on which it misses midnight.
func midnight(days strides, at calendar.Moment) (message string, n int) {
	back, city, _ := at.Back()
	start, n := days.over(back.Plus(1), 1)
	if n == 0 {
		var forward calendar.Date
		forward, city, _ = at.Forward()
		start, n = days.over(forward, -1)
	}
	return fmt.Sprintf(" from midnight of %s in %s gives 23:00 on %s, not midnight of %s",
		start, city, start.Plus(n-1).ShortDate(), start.Plus(n).ShortDate()), n
}

// dayOff tells of a step of n days that ends on another day.
func dayOff(days strides, at calendar.Moment, label string) (message string, n int) {
	changed, city, _ := at.Forward()
	from, to := "23:30", "00:30"
	start, n := days.over(changed, 1)
	end := start.Plus(n + 1)
	if n == 0 {
		start, n = days.over(changed, -1)
		from, to, end = to, from, start.Plus(n-1)
	}
	return fmt.Sprintf(" at %s on %s in %s gives %s on %s, so %s is a day off",
		from, start, city, to, end.ShortDate(), label), n
}

// usage tells what a time is used for.
type usage struct {
	label    string // what names its day, "" if nothing does
	clock    bool   // the time of day is looked at too
	location bool   // a date is made of its fields in its own location
}

// usage returns how a time is used. If slack is set, the time lies further back
// than need be, and where it is cut to its day is no name of that day.
func (c *check) usage(v ssa.Value, slack bool) usage {
	var u usage
	seen := map[ssa.Value]bool{v: true}
	for work := []ssa.Value{v}; len(work) > 0; {
		v, work = work[0], work[1:]
		for _, use := range c.dates.Follow(v, "(time.Time).Local") {
			for _, next := range c.use(&u, use, slack) {
				if !seen[next] {
					seen[next] = true
					work = append(work, next)
				}
			}
		}
	}
	return u
}

// use notes one use of a time. It returns the times made of that which stand for
// the same day.
func (c *check) use(u *usage, use calendar.Use, slack bool) []ssa.Value {
	call, _ := use.Instr.(*ssa.Call)
	switch use.Name {
	case "(time.Time).Add":
		if call != nil && use.Args[0] == use.Value && c.shifts(use.Args[1]) {
			return []ssa.Value{call}
		}
	case "(time.Time).Day":
		if floors := floors(call); slack && floors != nil {
			return floors
		}
		u.name("Day")
	case "(time.Time).YearDay", "(time.Time).Weekday":
		u.name(use.Name[len("(time.Time)."):])
	case "(time.Time).Date":
		switch day := dayOf(call); {
		case day == nil:
		case slack && floors(day) != nil:
			return floors(day)
		default:
			u.name("Date")
		}
	case "(time.Time).Hour", "(time.Time).Minute", "(time.Time).Clock":
		u.clock = true
	case "(time.Time).Location":
		u.location = true
	case "(time.Time).Format":
		text, ok := c.text(use.Args[1])
		if !ok {
			break
		}
		switch fields := layout.Fields(text); {
		case fields.Has(layout.Hour, layout.Hour12, layout.Minute):
			u.clock = true
		case fields.Has(layout.Day, layout.YearDay, layout.Weekday):
			u.name(fmt.Sprintf("Format(%q)", text))
		}
	}
	return nil
}

// shifts reports whether a duration that is added keeps what is wrong with a
// time: it is constant or a number of days. Any other, such as a random one,
// makes a point in time of it.
func (c *check) shifts(d ssa.Value) bool {
	if _, constant := c.dates.Integer(d); constant {
		return true
	}
	return c.factor(d, 0, new([]ssa.Value))%int64(day) == 0
}

// floors returns the midnights that a day of the month is made, nil if it is
// used for anything else.
func floors(v ssa.Value) []ssa.Value {
	if v == nil {
		return nil
	}
	var out []ssa.Value
	for _, ref := range *v.Referrers() {
		if _, ok := ref.(*ssa.DebugRef); ok {
			continue
		}
		call, ok := ref.(*ssa.Call)
		if !ok || !flow.IsCallTo(call, "time.Date") || flow.Args(call)[2] != v {
			return nil
		}
		out = append(out, call)
	}
	return out
}

func (u *usage) name(label string) {
	if u.label == "" {
		u.label = label
	}
}

// dayOf returns the day among the results of a call of Date, nil if that is not
// used.
func dayOf(call *ssa.Call) ssa.Value {
	if call == nil {
		return nil
	}
	for _, ref := range *call.Referrers() {
		if x, ok := ref.(*ssa.Extract); ok && x.Index == 2 && len(*x.Referrers()) > 0 {
			return x
		}
	}
	return nil
}

// text returns the value of a constant string.
func (c *check) text(v ssa.Value) (string, bool) {
	k, ok := flow.Of(c.pass.Pass).Fold(v)
	if !ok || k.Kind() != constant.String {
		return "", false
	}
	return constant.StringVal(k), true
}
