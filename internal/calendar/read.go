package calendar

import (
	"go/constant"
	"go/token"
	"time"

	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/flow"
)

// location tells what a *time.Location is, and its constant name if it is
// loaded.
func (e *moments) location(v ssa.Value) (zone Zone, place string) {
	switch v := flow.Resolve(v).(type) {
	case *ssa.UnOp:
		if g, ok := v.X.(*ssa.Global); ok && v.Op == token.MUL {
			switch g.String() {
			case "time.UTC":
				return UTC, ""
			case "time.Local":
				return Local, ""
			}
			if init := e.p.flow.Initial(g, v.Parent()); init != nil {
				return e.location(init)
			}
		}
	case *ssa.Extract:
		if call, ok := v.Tuple.(*ssa.Call); ok && flow.IsCallTo(call, "time.LoadLocation") {
			return e.loaded(call.Call.Args[0])
		}
	case *ssa.Call:
		if callee := flow.Callee(v); callee != nil && e.p.name(callee) == "(time.Time).Location" {
			at, _ := e.of(flow.Args(v)[0])
			return at.Zone, at.Place
		}
	}
	return UnknownZone, ""
}

// loaded is a location of the given name.
func (e *moments) loaded(name ssa.Value) (Zone, string) {
	c, ok := e.p.flow.Fold(name)
	if !ok || c.Kind() != constant.String {
		return Loaded, ""
	}
	switch place := constant.StringVal(c); place {
	case "", "UTC", "Etc/UTC", "Etc/GMT", "GMT":
		return UTC, ""
	case "Local":
		return Local, ""
	default:
		return Loaded, place
	}
}

// in is a time read in another location. Its day may be another one there;
// that of a first is taken to be meant.
func (e *moments) in(t ssa.Value, zone Zone, place string) (Moment, bool) {
	at, ok := e.of(t)
	at.Midnight = at.Midnight && at.reads(zone, place)
	if at.Zone == UnknownZone && (zone == Local || zone == Loaded) {
		at.Instant = true // dates are not moved from one location to another
	}
	at.Zone, at.Place = zone, place
	return at, ok
}

// reads reports whether a is surely read in the given location.
func (a Moment) reads(zone Zone, place string) bool {
	return a.Zone == zone && a.Place == place && (zone == UTC || zone == Local || place != "")
}

// rounded is Truncate and Round, which count from the zero time in UTC: in
// other locations, the hour of a midnight can change.
func (e *moments) rounded(args []ssa.Value) (Moment, bool) {
	at, ok := e.of(args[0])
	d, known := e.p.number(args[1])
	day := int64(24 * time.Hour)
	switch {
	case known && d > 0 && day%d == 0 && at.Zone == UTC:
		at.Midnight = at.Midnight || d == day
	case known && d > 0 && int64(15*time.Minute)%d == 0: // what offsets are multiples of
	default:
		at.Midnight = false
	}
	return at, ok
}

// number returns the value of a constant integer.
func (p *Program) number(v ssa.Value) (int64, bool) {
	c, ok := p.flow.Fold(v)
	if !ok {
		return 0, false
	}
	return constant.Int64Val(constant.ToInt(c))
}

// readFrom returns the time that a method without arguments is called on, if v
// is its result, converted perhaps.
func (p *Program) readFrom(v ssa.Value, method string) (ssa.Value, bool) {
	for {
		v = flow.Resolve(v)
		conv, ok := v.(*ssa.Convert)
		if !ok {
			break
		}
		v = conv.X
	}
	if x, ok := v.(*ssa.Extract); ok {
		call, ok := x.Tuple.(*ssa.Call)
		if ok && p.calling(call, "(time.Time).Date") && dateResults[x.Index] == method {
			return flow.Args(call)[0], true
		}
		return nil, false
	}
	if call, ok := v.(*ssa.Call); ok && p.calling(call, method) {
		return flow.Args(call)[0], true
	}
	return nil, false
}

// calling reports whether a call is one of the function of package time with
// the given name, or of one that does the same.
func (p *Program) calling(call *ssa.Call, name string) bool {
	callee := flow.Callee(call)
	return callee != nil && p.name(callee) == name
}

// dateResults are the methods that yield what the method Date does.
var dateResults = [3]string{"(time.Time).Year", "(time.Time).Month", "(time.Time).Day"}

// anchors reports whether adding the given number of days to t yields the first
// of the month: 1 - t.Day() or -t.Day() + 1.
func (p *Program) anchors(days, t ssa.Value) bool {
	sum, ok := flow.Resolve(days).(*ssa.BinOp)
	if !ok {
		return false
	}
	x, y := sum.X, sum.Y
	switch sum.Op {
	case token.SUB: // 1 - t.Day()
	case token.ADD: // -t.Day() + 1
		if n, ok := p.number(x); ok && n == 1 {
			x, y = y, x
		}
		neg, ok := flow.Resolve(x).(*ssa.UnOp)
		if !ok || neg.Op != token.SUB {
			return false
		}
		x, y = y, neg.X
	default:
		return false
	}
	n, ok := p.number(x)
	of, read := p.readFrom(y, "(time.Time).Day")
	return ok && read && n == 1 && flow.Same(of, t)
}

// MovesToFirst reports whether a call of AddDate moves its receiver to the
// first of a month by the receiver's own day, as t.AddDate(0, 0, 1-t.Day()).
func (p *Program) MovesToFirst(call *ssa.Call) bool {
	p.init()
	p.mu.Lock()
	defer p.mu.Unlock()
	args := flow.Args(call)
	return flow.IsCallTo(call, "(time.Time).AddDate") && p.anchors(args[3], args[0])
}

// ReadFrom returns the time of which v is the year, month or day, given by the
// name of the method that reads it, such as "(time.Time).Month"; conversions
// do not matter.
func (p *Program) ReadFrom(v ssa.Value, method string) (t ssa.Value, ok bool) {
	p.init()
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.readFrom(v, method)
}

// Added returns the time that a part of a date is read from, by Date or by a
// method such as "(time.Time).Day", and what constant is added to it; nil if v
// is no such part.
func (p *Program) Added(v ssa.Value, method string) (t ssa.Value, added int) {
	p.init()
	p.mu.Lock()
	defer p.mu.Unlock()
	for range maxDepth {
		if t, ok := p.readFrom(v, method); ok {
			return t, added
		}
		switch x := flow.Resolve(v).(type) {
		case *ssa.Convert:
			v = x.X
		case *ssa.BinOp:
			n, ok := p.number(x.Y)
			switch {
			case ok && x.Op == token.ADD:
				added += int(n)
			case ok && x.Op == token.SUB:
				added -= int(n)
			default:
				return nil, 0
			}
			v = x.X
		default:
			return nil, 0
		}
	}
	return nil, 0
}

// IsUTC reports whether a *time.Location is UTC.
func (p *Program) IsUTC(loc ssa.Value) bool {
	p.init()
	p.mu.Lock()
	defer p.mu.Unlock()
	zone, _ := (&moments{p: p, assumed: make(map[ssa.Value]Moment), budget: maxMoments}).location(loc)
	return zone == UTC
}

// Text returns the value of a constant text.
func (p *Program) Text(v ssa.Value) (string, bool) {
	p.init()
	c, ok := p.flow.Fold(v)
	if !ok || c.Kind() != constant.String {
		return "", false
	}
	return constant.StringVal(c), true
}

// Integer returns the value of a constant integer.
func (p *Program) Integer(v ssa.Value) (int64, bool) {
	p.init()
	return p.number(v)
}
