package calendar

import (
	"go/constant"
	"go/token"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/calendar/layout"
	"github.com/leapguard/leapguard/internal/flow"
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
// results of functions that are not exported.
func (p *Program) Labels(v ssa.Value) Labels {
	p.init()
	p.mu.Lock()
	defer p.mu.Unlock()
	u := &labels{p: p, seen: make(map[ssa.Value]bool)}
	u.add(v)
	for len(u.work) > 0 && len(u.seen) < maxMoments {
		v := u.work[len(u.work)-1]
		u.work = u.work[:len(u.work)-1]
		u.uses(v)
	}
	out := Labels{Month: u.certain, Yearless: u.yearless, Layout: u.layout, Compared: u.compared}
	if !u.day {
		if u.month != nil && (out.Month == nil || u.month.Pos() < out.Month.Pos()) {
			out.Month, out.Layout = u.month, ""
		}
	}
	if out.Month == nil {
		out.Layout = u.yearlessLayout
	}
	return out
}

type labels struct {
	p    *Program
	seen map[ssa.Value]bool
	work []ssa.Value

	month          *ssa.Call // reads the month
	certain        *ssa.Call // prints the month without the day, or moves to its first
	layout         string
	yearless       *ssa.Call // prints the day without the year
	yearlessLayout string
	day            bool // the day is read too
	compared       bool
}

func (u *labels) add(v ssa.Value) {
	if v != nil && !u.seen[v] {
		u.seen[v] = true
		u.work = append(u.work, v)
	}
}

func (u *labels) uses(v ssa.Value) {
	refs := v.Referrers()
	if refs == nil {
		return
	}
	for _, ref := range *refs {
		switch ref := ref.(type) {
		case *ssa.Phi:
			u.add(ref)
		case *ssa.Store:
			if alloc, ok := ref.Addr.(*ssa.Alloc); ok && ref.Val == v {
				u.loads(alloc)
			}
		case *ssa.Return:
			u.returned(v, ref)
		case *ssa.Call:
			u.call(v, ref)
		}
	}
}

// loads follows a variable to where it is read, here or in a function literal.
func (u *labels) loads(addr ssa.Value) {
	for _, ref := range *addr.Referrers() {
		switch ref := ref.(type) {
		case *ssa.UnOp:
			if ref.Op == token.MUL {
				u.add(ref)
			}
		case *ssa.MakeClosure:
			for i, b := range ref.Bindings {
				if b == addr {
					u.loads(ref.Fn.(*ssa.Function).FreeVars[i])
				}
			}
		}
	}
}

// returned follows a result to the calls of a function that is not exported.
func (u *labels) returned(v ssa.Value, ret *ssa.Return) {
	fn := ret.Parent()
	if fn.Object() == nil || fn.Object().Exported() {
		return
	}
	for _, c := range u.p.parts.callers[fn] {
		call, ok := c.(*ssa.Call)
		if !ok {
			continue
		}
		if len(ret.Results) == 1 {
			u.add(call)
			continue
		}
		for _, ref := range *call.Referrers() {
			if x, ok := ref.(*ssa.Extract); ok && ret.Results[x.Index] == v {
				u.add(x)
			}
		}
	}
}

func (u *labels) call(v ssa.Value, call *ssa.Call) {
	callee := flow.Callee(call)
	if callee == nil {
		return
	}
	args := flow.Args(call)
	if own := u.p.source(flow.Target(call)); own != nil && len(own.Params) == len(args) {
		for i, arg := range args {
			if arg == v {
				u.add(own.Params[i])
			}
		}
		return
	}
	if fact := new(Yields); u.p.pass.ImportObjectFact(callee, fact) && fact.Moment.Day == FirstDay && slices.Contains(args, v) {
		u.first(call)
		return
	}
	if len(args) == 0 || args[0] != v {
		return
	}
	switch u.p.name(callee) {
	case "(time.Time).Month":
		u.read(call, call)
	case "(time.Time).Day", "(time.Time).YearDay":
		u.day = true
		u.compared = u.compared || compared(call, make(map[ssa.Value]bool))
	case "(time.Time).Date":
		u.extracts(call)
	case "(time.Time).Format":
		u.formatted(call, args[1])
	case "(time.Time).UTC", "(time.Time).Local", "(time.Time).In", "(time.Time).Truncate", "(time.Time).Round":
		u.add(call)
	case "(time.Time).AddDate":
		if u.p.anchors(args[3], v) {
			u.first(call)
		}
	}
}

// first notes a call that moves to the first of the month.
func (u *labels) first(call *ssa.Call) {
	if u.keep(&u.certain, call) {
		u.layout = ""
	}
}

// read notes the month that a call yields as v.
func (u *labels) read(call *ssa.Call, v ssa.Value) {
	u.keep(&u.month, call)
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
		if u.keep(&u.yearless, call) {
			u.yearlessLayout = constant.StringVal(c)
		}
	case fields.Has(layout.Day, layout.YearDay):
		u.day = true
	case fields.Has(layout.Month):
		if u.keep(&u.certain, call) {
			u.layout = constant.StringVal(c)
		}
	}
}

// keep keeps the first of several calls in source order.
func (u *labels) keep(first **ssa.Call, call *ssa.Call) bool {
	if *first == nil || call.Pos() < (*first).Pos() {
		*first = call
		return true
	}
	return false
}
