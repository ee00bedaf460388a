package calendar

import (
	"go/token"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// An Event is one call that makes a date of fields or text, on one path.
type Event struct {
	// Site is the call in the function under examination within which the
	// date is made: the call itself, or that of a helper.
	Site ssa.Instruction
	// Own says that the parts were brought together in the function under
	// examination, not within the helper.
	Own bool

	// Made is the date as given, which need not exist.
	Made Date

	Year, Month, Day Value // arguments of time.Date; Absent for text
	Text             Value // argument of time.Parse; Absent for fields

	// Leaves says that no call makes the date: the text, or a struct with the
	// fields, leaves the function at Site. Written is the date in the text.
	Leaves  bool
	Written string
}

// Exploration is what running a function on all its paths has shown.
type Exploration struct {
	Events []Event
	Bases  []Base // unknown dates whose year was taken
	// Offsets names the unknown numbers that were added to a year.
	Offsets []string

	// Promising says that a date or text was made whose year may have been
	// changed, with month and day of some date.
	Promising bool

	calls int
}

// A Base is the date a number of days after an unknown one, or that in a
// struct.
type Base struct {
	Name  string
	Days  int
	Civil Civil
}

func (x *Exploration) addBase(b Base)        { x.Bases = appendNew(x.Bases, b) }
func (x *Exploration) addOffset(name string) { x.Offsets = appendNew(x.Offsets, name) }

// maxNames bounds the values that are worth an assumption: loops can make any
// number of dates from dates.
const maxNames = 8

func appendNew[T comparable](list []T, x T) []T {
	if len(list) == maxNames || slices.Contains(list, x) {
		return list
	}
	return append(list, x)
}

// Given holds what is assumed of unknown values, by their names.
type Given map[string]Value

// Date assumes a date for b.
func (g Given) Date(b Base, d Date) {
	if b.Civil != (Civil{}) {
		g[b.Name] = b.Civil.value(d, b.Name)
		return
	}
	d.Day -= b.Days
	g[b.Name] = instantOf(d.Normalize(), b.Name)
}

// Number assumes a number for the unknown one of the given name.
func (g Given) Number(name string, n int) { g[name] = number(int64(n)) }

// Explore runs a function on all its paths from unknown arguments.
func (p *Program) Explore(fn *ssa.Function, given Given) *Exploration {
	body := p.body(fn)
	m := p.newMachine(body, given)
	m.run(&frame{body: body, root: true}, nil, make(memory))
	return m.out
}

// Eval runs a function of numbers, with truth values as 0 and 1, and returns
// its results in the same form. It is not ok if they are not known, or differ
// from path to path.
func (p *Program) Eval(fn *ssa.Function, args ...int) (results []int, ok bool) {
	p.init()
	if len(args) != len(fn.Params) {
		return nil, false
	}
	m := p.newMachine(nil, nil)
	values := make([]Value, len(args))
	for i, n := range args {
		values[i] = number(int64(n))
		if isBool(fn.Params[i].Type()) {
			values[i] = truth(n != 0)
		}
	}
	for i, o := range m.run(&frame{body: p.body(fn)}, values, make(memory)) {
		if i > 0 {
			return nil, false
		}
		for _, v := range o.results {
			if v.Kind != Int && v.Kind != Bool {
				return nil, false
			}
			results = append(results, int(v.Int))
		}
	}
	return results, len(results) > 0
}

// note records an event.
func (c *call) note(e Event) {
	if c.in.Checked || c.f.quiet {
		return
	}
	e.Site = c.f.call
	if e.Own = e.Site == nil; e.Own {
		e.Site = c.in.site
	}
	for _, v := range []Value{e.Year, e.Month, e.Day, e.Text} {
		if v.has(dateParts) && v.From.Frame != c.f.number {
			e.Own = true
		}
	}
	c.m.out.Events = append(c.m.out.Events, e)
}

// Base returns the date that all parts of the event's date were taken from; ok
// is false if some were not, or were taken from several dates.
func (e Event) Base() (base Date, ok bool) {
	if e.Text.Kind != Absent {
		return e.Text.origin().base()
	}
	origin := e.Year.origin()
	for i, v := range []Value{e.Year, e.Month, e.Day} {
		if !v.has(Year << i) {
			return Date{}, false
		}
		origin = origin.join(v.origin())
	}
	return origin.base()
}

// TakenAt returns where a part was taken from the date: 0 year, 1 month, 2 day.
func (e Event) TakenAt(part int) token.Pos {
	if e.Text.Kind != Absent {
		return e.Text.origin().At[part]
	}
	return [3]Value{e.Year, e.Month, e.Day}[part].origin().At[part]
}

// JoinedAt returns the place, in the function under examination, where the
// text was put together; [token.NoPos] if that is elsewhere.
func (e Event) JoinedAt() token.Pos { return e.Text.origin().Joined }

// WrittenAt returns the place, in the function under examination, where the
// text that leaves came to hold the date, or where the year was stored in the
// struct; [token.NoPos] if that is elsewhere.
func (e Event) WrittenAt() token.Pos {
	if e.Text.Kind != Absent {
		return e.Text.origin().Written
	}
	return e.Year.origin().Written
}
