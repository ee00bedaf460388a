package calendar

import (
	"go/constant"
	"time"

	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/calendar/layout"
	"github.com/leapguard/leapguard/internal/flow"
	"github.com/leapguard/leapguard/internal/models"
	"github.com/leapguard/leapguard/internal/syntax"
)

// Labels tells what the date of a time is used for, other than as an instant.
type Labels struct {
	// Month is the first use in source order that names the month and not the
	// day: a call of Month or Date, or of Format with such a layout, or one
	// that moves the time to the first of the month.
	Month *ssa.Call
	// Yearless is the first use that names month and day without the year: a
	// call of Format.
	Yearless *ssa.Call
	// Layout is the layout of Month or, if that is nil, of Yearless, if it is a
	// call of Format.
	Layout string
	// Compared says that the month or the day is compared: the code looks
	// whether it got the date that it wanted.
	Compared bool
}

// Labels follows a time.Time of the package through variables, calls and the
// results of functions that are not exported. A use of the month that is the
// same for both months of alike names none, unless they are zero. What the code
// under test does with a date of a test is its own affair.
func (p *Program) Labels(v ssa.Value, alike [2]time.Month) Labels {
	p.init()
	p.mu.Lock()
	defer p.mu.Unlock()
	f := &follower{p: p, through: sameInstant, unexported: true}
	u := &labels{p: p, alike: alike}
	test := syntax.InTest(p.pass, v.Pos())
	for _, use := range f.run(v) {
		if test && !syntax.InTest(p.pass, use.Instr.Pos()) {
			continue
		}
		if call, ok := use.Instr.(*ssa.Call); ok && use.Name != "" {
			u.call(use, call)
		}
	}
	out := Labels{Month: u.certain, Yearless: u.yearless, Layout: u.layout, Compared: u.compared}
	if !u.day && u.month != nil && (out.Month == nil || u.month.Pos() < out.Month.Pos()) {
		out.Month, out.Layout = u.month, ""
	}
	if out.Month == nil {
		out.Layout = u.yearlessLayout
	}
	return out
}

// sameInstant holds the methods of time.Time whose result is about the same
// date.
var sameInstant = []string{"(time.Time).UTC", "(time.Time).Local", "(time.Time).In", "(time.Time).Truncate", "(time.Time).Round"}

// labels collects the uses of a time, in source order.
type labels struct {
	p     *Program
	alike [2]time.Month

	month          *ssa.Call // reads the month
	certain        *ssa.Call // prints the month without the day, or moves to its first
	layout         string
	yearless       *ssa.Call // prints the day without the year
	yearlessLayout string
	day            bool // the day is read too
	compared       bool
}

func (u *labels) call(use Use, call *ssa.Call) {
	callee := flow.Callee(call)
	if f := u.p.library(callee); f != nil && namesMonth(f) && use.Args[0] == use.Value {
		u.first(call)
		return
	}
	if fact := new(Yields); u.p.pass.ImportObjectFact(callee, fact) && fact.Moment.Day == FirstDay {
		u.first(call)
		return
	}
	if use.Args[0] != use.Value {
		return
	}
	switch use.Name {
	case "(time.Time).Month":
		u.read(call, call)
	case "(time.Time).Day", "(time.Time).YearDay":
		u.day = true
		u.compared = u.compared || compared(call, make(map[ssa.Value]bool))
	case "(time.Time).Date":
		u.extracts(call)
	case "(time.Time).Format":
		u.formatted(call, use.Args[1])
	case "(time.Time).AddDate":
		if u.p.anchors(use.Args[3], use.Value) {
			u.first(call)
		}
	default:
		// A method of a wrapper that is not known may print the whole date.
		u.day = u.day || callee.Pkg() != nil && models.HasDates(callee.Pkg().Path())
	}
}

// first notes a call that moves to the first of the month.
func (u *labels) first(call *ssa.Call) {
	if u.certain == nil {
		u.certain = call
	}
}

// read notes the month that a call yields as v.
func (u *labels) read(call *ssa.Call, v ssa.Value) {
	if u.alike[0] != 0 && u.p.alike(v, int64(u.alike[0]), int64(u.alike[1])) {
		return
	}
	if u.month == nil {
		u.month = call
	}
	u.compared = u.compared || compared(v, make(map[ssa.Value]bool))
}

func (u *labels) extracts(call *ssa.Call) {
	for _, ref := range *call.Referrers() {
		x, ok := ref.(*ssa.Extract)
		switch {
		case !ok || len(*x.Referrers()) == 0:
		case x.Index == 1:
			u.read(call, x)
		case x.Index == 2:
			u.day = true
		}
	}
}

func (u *labels) formatted(call *ssa.Call, arg ssa.Value) {
	c, ok := u.p.flow.Fold(arg)
	if !ok || c.Kind() != constant.String {
		u.day = true
		return
	}
	fields := layout.Fields(constant.StringVal(c))
	switch {
	case fields.Has(layout.Day) && fields.Has(layout.Month) && !fields.Has(layout.Year):
		u.compared = u.compared || compared(call, make(map[ssa.Value]bool))
		if u.yearless == nil && !u.p.accompanied(call, "Year", layout.Year) {
			u.yearless, u.yearlessLayout = call, constant.StringVal(c)
		}
	case fields.Has(layout.Day, layout.YearDay):
		u.day = true
	case fields.Has(layout.Month) && u.p.accompanied(call, "Day", layout.Day):
		u.day = true
	case fields.Has(layout.Month):
		if u.certain == nil {
			u.certain, u.layout = call, constant.StringVal(c)
		}
	}
}
