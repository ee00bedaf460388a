package template

import (
	"math"
	"time"

	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/calendar"
	"github.com/leapguard/leapguard/internal/flow"
)

// A Base is what an instant is counted from.
type Base struct {
	// Now says that it is the present; all clocks read while a certificate is
	// made are taken for one.
	Now bool
	// Fixed says that it is 1 January 1970, in UTC.
	Fixed bool
	// Value is another time, which is not known.
	Value ssa.Value
	Frame *Frame
	Path  flow.Path
}

// An Instant is a time as a distance from its base, in seconds: one from Min to
// Max.
type Instant struct {
	Base     Base
	Min, Max int64
}

// day is the length of a day in seconds.
const day = 24 * 60 * 60

// maxSpan bounds distances, in seconds: some thousand years.
const maxSpan = math.MaxInt64 >> 20

// Since returns the least and the greatest number of seconds from b to a, if
// both are counted from one base.
func (a Instant) Since(b Instant) (least, most int64, ok bool) {
	return a.Min - b.Max, a.Max - b.Min, a.Base == b.Base
}

// Lifetime returns when the certificate begins to be valid, and the least and the
// greatest number of seconds for which it is.
func (c *Creation) Lifetime() (begin Instant, least, most int64, ok bool) {
	after, _ := c.Only("NotAfter")
	before, _ := c.Only("NotBefore")
	if after == nil || before == nil {
		return Instant{}, 0, 0, false
	}
	begin, known := c.pkg.Instant(before.Value)
	end, known2 := c.pkg.Instant(after.Value)
	least, most, ok = end.Since(begin)
	return begin, least, most, ok && known && known2
}

func (a Instant) shifted(minimum, maximum int64) (Instant, bool) {
	a.Min += minimum
	a.Max += maximum
	return a, max(a.Min, a.Max, -a.Min, -a.Max) < maxSpan
}

// Instant returns what is known of a time.Time.
func (p *Package) Instant(v Value) (Instant, bool) {
	return (&clockwork{p, maxSteps}).instant(v)
}

// maxSteps bounds the values that are looked at for one time or number.
const maxSteps = 100

// clockwork computes one time.
type clockwork struct {
	*Package
	budget int
}

func (p *clockwork) instant(v Value) (Instant, bool) {
	v = v.Resolve()
	if p.budget--; p.budget < 0 {
		return Instant{}, false
	}
	switch x := v.V.(type) {
	case *ssa.Phi:
		var values []Value
		for _, edge := range x.Edges {
			values = append(values, Value{edge, v.Frame})
		}
		return p.hull(values)
	case *ssa.Call:
		return p.called(x, v)
	case *ssa.Extract:
		if call, i := callOf(x); call != nil {
			if results, ok := p.Results(call, v.Frame, i); ok {
				return p.hull(results)
			}
		}
	case *ssa.UnOp:
		if sources := p.Loaded(v); len(sources) == 1 && sources[0].Kind == Stored {
			return p.instant(sources[0].Value)
		}
	}
	return other(v)
}

// other returns a time that is not known.
func other(v Value) (Instant, bool) {
	if path, ok := flow.PathOf(v.V); ok {
		return Instant{Base: Base{Path: path, Frame: v.Frame}}, true
	}
	return Instant{Base: Base{Value: v.V, Frame: v.Frame}}, true
}

// hull returns what is known of all values: they must have one base.
func (p *clockwork) hull(values []Value) (Instant, bool) {
	var out Instant
	for i, v := range values {
		at, ok := p.instant(v)
		switch {
		case !ok || i > 0 && at.Base != out.Base:
			return Instant{}, false
		case i == 0:
			out = at
		default:
			out.Min, out.Max = min(out.Min, at.Min), max(out.Max, at.Max)
		}
	}
	return out, len(values) > 0
}

// called returns the time that a call yields.
func (p *clockwork) called(call *ssa.Call, v Value) (Instant, bool) {
	callee := flow.Callee(call)
	if callee == nil {
		return other(v)
	}
	args := flow.Args(call)
	arg := func(i int) Value { return Value{args[i], v.Frame} }
	switch flow.Name(callee) {
	case "time.Date":
		return fixed(v)
	case "time.Unix", "time.UnixMilli":
		return p.epoch(flow.Name(callee), arg(0), v)
	case "(time.Time).UTC", "(time.Time).Local", "(time.Time).In":
		return p.instant(arg(0))
	case "(time.Time).Truncate", "(time.Time).Round":
		at, ok := p.instant(arg(0))
		d, known := p.Integer(arg(1))
		if !ok || !known {
			return Instant{}, false
		}
		if d <= 0 {
			return at, true
		}
		seconds := d/int64(time.Second) + 1
		return at.shifted(-seconds, seconds)
	case "(time.Time).Add":
		at, ok := p.instant(arg(0))
		d, known := p.Integer(arg(1))
		if !ok || !known {
			return Instant{}, false
		}
		seconds := math.Floor(float64(d) / float64(time.Second))
		return at.shifted(int64(seconds), int64(math.Ceil(float64(d)/float64(time.Second))))
	case "(time.Time).AddDate":
		return p.moved(arg(0), [3]Value{arg(1), arg(2), arg(3)})
	}
	if callee.Name() == "Now" && callee.Signature().Params().Len() == 0 {
		return Instant{Base: Base{Now: true}}, true // a clock
	}
	if results, ok := p.Results(call, v.Frame, 0); ok {
		return p.hull(results)
	}
	return other(v)
}

// fixed is time.Date: a constant date is a day long, for the clock, and may begin
// a day earlier, for the location.
func fixed(v Value) (Instant, bool) {
	date, ok := calendar.FixedDate(v.V)
	if !ok {
		return other(v)
	}
	seconds := date.Time().Unix()
	return Instant{Base: Base{Fixed: true}, Min: seconds - day, Max: seconds + 2*day}, true
}

// epoch is time.Unix and time.UnixMilli. The nanoseconds of Unix are less than a
// second, as a rule.
func (p *clockwork) epoch(name string, count, v Value) (Instant, bool) {
	n, known := p.Integer(count)
	if !known {
		return other(v)
	}
	if name == "time.UnixMilli" {
		n /= 1000
	}
	return Instant{Base: Base{Fixed: true}, Min: n, Max: n}.shifted(-1, 1)
}

// moved is AddDate. Years have 365 or 366 days, months 28 to 31; days of a
// local time may have an hour more or less.
func (p *clockwork) moved(t Value, steps [3]Value) (Instant, bool) {
	at, ok := p.instant(t)
	var n [3]int64
	for i := range n {
		var known bool
		if n[i], known = p.Integer(steps[i]); !known || max(n[i], -n[i]) > 1e7 {
			return Instant{}, false
		}
	}
	if !ok || n == [3]int64{} {
		return at, ok
	}
	months := 12*n[0] + n[1]
	length := float64(months) * 365.2425 / 12
	slack := 0.0
	if months != 0 {
		slack = 3
	}
	least := int64(math.Floor(length-slack)) + n[2]
	most := int64(math.Ceil(length+slack)) + n[2]
	const hour = 60 * 60
	return at.shifted(least*day-hour, most*day+hour)
}
