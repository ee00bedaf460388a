package calendar

import (
	"go/constant"
	"go/types"
	"strings"
	"time"

	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/calendar/layout"
	"github.com/leapguard/leapguard/internal/flow"
)

// A DayOfMonth tells what is known of the day of a date.
type DayOfMonth uint8

// What may be known of a day.
const (
	UnknownDay DayOfMonth = iota
	AnyDay                // every day of a month occurs
	EarlyDay              // 1 to 28, which every month has
	FirstDay
)

// A Zone tells in which location a time is read.
type Zone uint8

// What may be known of a location.
const (
	UnknownZone Zone = iota
	UTC
	Local
	Loaded // by time.LoadLocation, and not UTC under a constant name
)

// A Moment is what is known of a time.Time.
type Moment struct {
	Day DayOfMonth
	// Number is the day itself, 0 if it is not constant.
	Number int
	Zone   Zone
	// Place is the name of a Loaded location if it is constant, such as
	// "Europe/Berlin".
	Place string
	// Now says that it is the present, or a fixed distance from it.
	Now bool
	// Midnight says that the clock reads 00:00 in the time's location.
	Midnight bool
	// Instant says that it is a point in time, from a clock or a timestamp, or
	// made of the fields of such a one in its own location: not a date that
	// stands in some location for want of another.
	Instant bool
}

func (a Moment) join(b Moment) Moment {
	out := Moment{Now: a.Now && b.Now, Midnight: a.Midnight && b.Midnight, Instant: a.Instant && b.Instant}
	if a.Zone == b.Zone {
		out.Zone = a.Zone
	}
	if a.Zone == b.Zone && a.Place == b.Place {
		out.Place = a.Place
	}
	if a.Number == b.Number {
		out.Number = a.Number
	}
	switch {
	case a.Day == b.Day:
		out.Day = a.Day
	case min(a.Day, b.Day) == EarlyDay:
		out.Day = EarlyDay
	}
	return out
}

// Moment returns what is known of a time.Time of the package.
func (p *Program) Moment(v ssa.Value) Moment {
	p.init()
	p.mu.Lock()
	defer p.mu.Unlock()
	e := &moments{p: p, assumed: make(map[ssa.Value]Moment), budget: maxMoments}
	at, ok := e.of(v)
	if !ok || e.budget <= 0 {
		return Moment{}
	}
	return at
}

// maxMoments bounds the values that one question looks at.
const maxMoments = 500

// moments evaluates one value. A value in the making, such as the phi of a
// loop, is assumed to be what is known of it so far; not ok means nothing yet.
type moments struct {
	p       *Program
	assumed map[ssa.Value]Moment
	making  map[ssa.Value]bool
	budget  int
}

func (e *moments) of(v ssa.Value) (at Moment, ok bool) {
	if e.budget--; e.budget <= 0 {
		return Moment{}, true
	}
	v = flow.Resolve(v)
	if _, ok := v.Type().Underlying().(*types.Pointer); ok && e.p.changes(v) {
		return Moment{}, true
	}
	switch v := v.(type) {
	case *ssa.Const:
		return Moment{Day: FirstDay, Number: 1, Zone: UTC, Midnight: true}, true // the zero time
	case *ssa.Phi:
		return e.fixpoint(v, v.Edges)
	case *ssa.Call:
		return e.call(v, 0)
	case *ssa.Extract:
		if call, ok := v.Tuple.(*ssa.Call); ok {
			return e.call(call, v.Index)
		}
	case *ssa.Parameter:
		return e.parameter(v)
	case *ssa.UnOp:
		if field, ok := v.X.(*ssa.FieldAddr); ok {
			return e.field(field.X, field.Field)
		}
	case *ssa.Field:
		return e.field(v.X, v.Field)
	case *ssa.Alloc:
		if value := onlyStore(v); value != nil {
			return e.of(value)
		}
	}
	return Moment{}, true
}

// fixpoint joins values that may depend on v itself.
func (e *moments) fixpoint(v ssa.Value, values []ssa.Value) (Moment, bool) {
	if e.making == nil {
		e.making = make(map[ssa.Value]bool)
	}
	if e.making[v] {
		at, ok := e.assumed[v]
		return at, ok
	}
	e.making[v] = true
	defer func() {
		delete(e.making, v)
		delete(e.assumed, v)
	}()
	for {
		var next Moment
		any := false
		for _, x := range values {
			at, ok := e.of(x)
			switch {
			case !ok:
			case any:
				next = next.join(at)
			default:
				next, any = at, true
			}
		}
		if now, ok := e.assumed[v]; !any || ok && now == next {
			return next, any
		}
		e.assumed[v] = next
	}
}

// parameter joins what the callers of an unexported function pass. What others
// pass may be any day, unless the name says that it is the start of something.
func (e *moments) parameter(param *ssa.Parameter) (Moment, bool) {
	if args, known := e.p.arguments(param); known {
		return e.fixpoint(param, args)
	}
	fn := param.Parent()
	if fn.Parent() != nil || suggestsAnchor(param.Name()) || suggestsAnchor(fn.Name()) {
		return Moment{}, true
	}
	return Moment{Day: AnyDay}, true
}

// suggestsAnchor reports whether a name says that a date may be the first of
// something.
func suggestsAnchor(name string) bool {
	name = strings.ToLower(name)
	for _, word := range []string{"month", "start", "begin", "first", "anchor", "period", "quarter", "year", "epoch"} {
		if strings.Contains(name, word) {
			return true
		}
	}
	return false
}

// arguments returns what is passed for a parameter if all uses of its function
// are calls in the package.
func (p *Program) arguments(param *ssa.Parameter) ([]ssa.Value, bool) {
	fn := param.Parent()
	obj, ok := fn.Object().(*types.Func)
	if !ok || obj.Exported() || p.parts.taken()[fn] || len(p.parts.callers[fn]) == 0 {
		return nil, false
	}
	var out []ssa.Value
	for i, other := range fn.Params {
		if other != param {
			continue
		}
		for _, call := range p.parts.callers[fn] {
			args := argumentsOf(call, call.Common().StaticCallee())
			if len(args) != len(fn.Params) {
				return nil, false
			}
			out = append(out, args[i])
		}
	}
	return out, true
}

// call returns what is known of a result of a call.
func (e *moments) call(call *ssa.Call, result int) (Moment, bool) {
	callee := flow.Callee(call)
	if callee == nil {
		return Moment{}, true
	}
	args := flow.Args(call)
	name := e.p.name(callee)
	if at, ok, modelled := e.transfer(name, args); modelled {
		return at, ok
	}
	if f := e.p.library(callee); f != nil {
		return e.library(f, call)
	}
	if callee.Name() == "ModTime" && callee.Signature().Params().Len() == 0 {
		return Moment{Instant: true}, true // of a file
	}
	if isClock(callee) {
		return e.clock(call, callee)
	}
	if own := e.p.source(flow.Target(call)); own != nil && !call.Call.IsInvoke() {
		return e.results(own, result)
	}
	if fact := new(Yields); e.p.pass.ImportObjectFact(callee, fact) && fact.Result == result {
		return fact.Moment, true
	}
	if anchored(name) {
		return Moment{Day: FirstDay}, true
	}
	return Moment{}, true
}

// results joins what the return statements of a function yield.
func (e *moments) results(fn *ssa.Function, result int) (Moment, bool) {
	return e.fixpoint(fn, returned(fn, result))
}

// returned returns what the return statements of a function yield as a result.
func returned(fn *ssa.Function, result int) []ssa.Value {
	var values []ssa.Value
	for _, block := range fn.Blocks {
		if ret, ok := block.Instrs[len(block.Instrs)-1].(*ssa.Return); ok && result < len(ret.Results) {
			values = append(values, ret.Results[result])
		}
	}
	return values
}

// transfer tells what a function or method of package time makes of its
// arguments; modelled is false for others.
func (e *moments) transfer(name string, args []ssa.Value) (at Moment, ok, modelled bool) {
	switch name {
	case "time.Now":
		return Moment{Day: AnyDay, Zone: Local, Now: true, Instant: true}, true, true
	case "time.Unix", "time.UnixMilli", "time.UnixMicro":
		return Moment{Day: AnyDay, Zone: Local, Instant: true}, true, true
	case "time.Date":
		at, ok = e.date(args)
	case "time.Parse", "time.ParseInLocation":
		at, ok = e.parsed(args), true
	case "(time.Time).AddDate":
		at, ok = e.moved(args)
	case "(time.Time).Add":
		at, ok = e.later(args)
	case "(time.Time).UTC":
		at, ok = e.in(args[0], UTC, "")
	case "(time.Time).Local":
		at, ok = e.in(args[0], Local, "")
	case "(time.Time).In":
		zone, place := e.location(args[1])
		at, ok = e.in(args[0], zone, place)
	case "(time.Time).Truncate", "(time.Time).Round":
		at, ok = e.rounded(args)
	default:
		return at, ok, false
	}
	return at, ok, true
}

// date is time.Date.
func (e *moments) date(args []ssa.Value) (Moment, bool) {
	at := Moment{Midnight: true}
	at.Zone, at.Place = e.location(args[7])
	for _, clock := range args[3:7] {
		if n, ok := e.p.number(clock); !ok || n != 0 {
			at.Midnight = false
		}
	}
	if n, ok := e.p.number(args[2]); ok {
		at.Number = int(n)
		switch {
		case n == 1:
			at.Day = FirstDay
		case 1 < n && n <= 28:
			at.Day = EarlyDay
		default:
			at.Day = AnyDay // up to the last day of some month
		}
		return at, true
	}
	if t, ok := e.p.readFrom(args[2], "(time.Time).Day"); ok {
		from, ok := e.of(t)
		at.Day, at.Now = from.Day, from.Now
		at.Instant = from.Instant && from.reads(at.Zone, at.Place)
		return at, ok
	}
	return at, true
}

// parsed is time.Parse and time.ParseInLocation.
func (e *moments) parsed(args []ssa.Value) Moment {
	c, ok := e.p.flow.Fold(args[0])
	if !ok || c.Kind() != constant.String {
		return Moment{}
	}
	fields := layout.Fields(constant.StringVal(c))
	at := Moment{Day: FirstDay, Midnight: !fields.Has(layout.Hour, layout.Hour12, layout.Minute, layout.Second)}
	if fields.Has(layout.Day, layout.YearDay) {
		at.Day = AnyDay
	}
	switch {
	case fields.Has(layout.Zone): // that of the text
		at.Instant = true
	case len(args) == 3:
		at.Zone, at.Place = e.location(args[2])
	default:
		at.Zone = UTC
	}
	return at
}

// moved is AddDate.
func (e *moments) moved(args []ssa.Value) (Moment, bool) {
	at, ok := e.of(args[0])
	if !ok {
		return at, false
	}
	if e.p.anchors(args[3], args[0]) {
		at.Day, at.Number = FirstDay, 1
		return at, true
	}
	days, known := e.p.number(args[3])
	return at.moved(days, known), true
}

// moved is a date some years, months and days later.
func (a Moment) moved(days int64, known bool) Moment {
	if !known || days != 0 || a.Day == AnyDay {
		a.Number = 0 // 31 may become the 1st
	}
	switch {
	case known && days == 0:
	case known && days > 0 && days < 28 && a.Day == FirstDay:
		a.Day = EarlyDay
	default:
		a.Day = AnyDay
	}
	return a
}

// later is Add.
func (e *moments) later(args []ssa.Value) (Moment, bool) {
	at, ok := e.of(args[0])
	d, known := e.p.number(args[1])
	if !known || d != 0 {
		at.Number = 0
	}
	if !known || d < 0 || d >= int64(24*time.Hour) {
		at.Day = AnyDay
	} else if at.Day == FirstDay && !at.Midnight {
		at.Day = EarlyDay
	}
	at.Midnight = at.Midnight && known && d == 0
	return at, ok
}
