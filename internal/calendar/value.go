package calendar

import (
	"fmt"
	"go/token"
	"strconv"
	"strings"
)

// A Kind tells what is known of a value.
type Kind uint8

// The kinds.
const (
	Absent  Kind = iota // element of a Struct that is not known
	Unknown             // Str names it if it may be assumed
	Int                 // Int
	Bool                // Int is 0 or 1
	Text                // Str
	Partial             // text, Str with a hole for each part that is not known
	Instant             // a time.Time: Elems are year, month and day
	Struct              // struct, array or tuple; Str names what it is part of
	Pointer             // to Path in the variable Str
	Slice               // Int elements of the array at Path in the variable Str
	Func                // Lit, or the function Str; Elems are bindings
	Nil                 // nil
	NonNil              // anything but nil
)

// A Value is an abstract value.
type Value struct {
	Kind  Kind
	Int   int64
	Str   string
	Elems []Value
	Path  []int
	Lit   *Body
	Boxed Box     // of an interface value
	Civil Civil   // of a Struct that is a date
	From  *Origin // nil for what does not stem from a date; not modified
}

// A Box tells how the formatting functions print an interface value.
type Box uint8

// The boxes: Unboxed is no interface value, or one that is not known to be
// other than nil, Plain prints the value itself, Named the name of a month, and
// Opaque what some method returns.
const (
	Unboxed Box = iota
	Plain
	Named
	Opaque
)

// Part is a set of parts of a date.
type Part uint8

// The parts. Guarded marks the results of calls that cannot be interpreted and
// that were given a part of a date, FromTime what stems from some time value,
// and Changed what is a sum or difference with such.
const (
	Year Part = 1 << iota
	Month
	Day
	Guarded
	FromTime
	Changed
)

// An Origin tells which parts of the assumed date a value was computed from.
type Origin struct {
	Parts Part
	// Of names the date: an assumed one by its name, a constant one by its text; "mixed" for parts of several dates.
	Of   string
	Base Date // the date itself
	// Frame is the call, in the function under examination, within which the
	// parts were taken from the date; 0 for the function itself.
	Frame int
	// At holds the places where year, month and day were taken, in the
	// function under examination.
	At [3]token.Pos
	// Leaf names the unknown value in a sum, and Joined the place where parts
	// were last joined to a text.
	Leaf   string
	Joined token.Pos
	// Written is the place where a text came to hold the whole date, or where
	// the year was stored in a struct.
	Written token.Pos
}

// join returns the origin of what is computed from two values.
func (o Origin) join(p Origin) Origin {
	if p.Parts == 0 && p.Leaf == "" {
		return o
	}
	if o.Parts == 0 && o.Leaf == "" {
		return p
	}
	out := o
	if o.Parts == 0 || o.Frame != p.Frame && p.Parts != 0 {
		out.Frame = 0
		if o.Parts == 0 {
			out.Frame = p.Frame
		}
	}
	out.Parts |= p.Parts
	if out.Of == "" {
		out.Of, out.Base = p.Of, p.Base
	} else if p.Of != "" && p.Of != out.Of {
		out.Of = "mixed"
	}
	for i, pos := range p.At {
		if !out.At[i].IsValid() {
			out.At[i] = pos
		}
	}
	if p.Leaf != "" {
		out.Leaf = p.Leaf
	}
	if !out.Joined.IsValid() {
		out.Joined = p.Joined
	}
	if !out.Written.IsValid() {
		out.Written = p.Written
	}
	return out
}

// base returns the date that year, month and day were all taken from.
func (o Origin) base() (Date, bool) {
	if o.Parts&dateParts != dateParts || o.Of == "mixed" {
		return Date{}, false
	}
	return o.Base, true
}

const dateParts = Year | Month | Day

func unknown() Value           { return Value{Kind: Unknown} }
func number(n int64) Value     { return Value{Kind: Int, Int: n} }
func textValue(s string) Value { return Value{Kind: Text, Str: s} }

// joinedText is a text put together at run time: loops can double it.
func joinedText(s string) Value {
	if len(s) > maxText {
		return unknown()
	}
	return textValue(s)
}

// hole stands for the unknown parts of a [Partial] text.
const hole = "\x00"

// concat joins two texts of which one is not known altogether, if there are
// parts of a date in them.
func concat(x, y Value) (Value, bool) {
	if x.Kind != Text && x.Kind != Partial && y.Kind != Text && y.Kind != Partial || !x.has(dateParts) && !y.has(dateParts) {
		return Value{}, false
	}
	return partial(x.pattern()+y.pattern()).from(x, y), true
}

// pattern is what is known of a text.
func (v Value) pattern() string {
	if v.Kind == Text || v.Kind == Partial {
		return v.Str
	}
	return hole
}

func partial(s string) Value {
	v := joinedText(s)
	if v.Kind == Text {
		v.Kind = Partial
	}
	return v
}

func tuple(v ...Value) Value { return Value{Kind: Struct, Elems: v} }

func truth(b bool) Value {
	v := Value{Kind: Bool}
	if b {
		v.Int = 1
	}
	return v
}

// from returns v with the joined origins of what it was computed from.
func (v Value) from(sources ...Value) Value {
	for _, s := range sources {
		switch {
		case s.From == nil || s.From == v.From:
		case v.From == nil:
			v.From = s.From
		default:
			v = v.stemming(v.From.join(*s.From))
		}
	}
	return v
}

// origin returns the origin of v.
func (v Value) origin() Origin {
	if v.From == nil {
		return Origin{}
	}
	return *v.From
}

// stemming returns v with the given origin.
func (v Value) stemming(o Origin) Value {
	v.From = nil
	if o != (Origin{}) {
		v.From = &o
	}
	return v
}

// marked returns v with more parts in its origin.
func (v Value) marked(p Part) Value {
	o := v.origin()
	o.Parts |= p
	return v.stemming(o)
}

// has reports whether v stems from any of the parts.
func (v Value) has(parts Part) bool { return v.From != nil && v.From.Parts&parts != 0 }

// elem returns an element of a composite value.
func (m *machine) elem(v Value, i int) Value {
	switch v.Kind {
	case Struct:
		if 0 <= i && i < len(v.Elems) && v.Elems[i].Kind != Absent {
			return v.Elems[i]
		}
		return m.part(v, i)
	case Unknown:
		return m.part(v, i)
	}
	return unknown()
}

// part returns element i of something known by its name only.
func (m *machine) part(v Value, i int) Value {
	if v.Str == "" {
		return unknown().from(v)
	}
	return m.symbol(v.Str + "." + strconv.Itoa(i)).from(v)
}

// with returns v with the element at path replaced.
func (v Value) with(path []int, x Value) Value {
	if len(path) == 0 {
		return x
	}
	i := path[0]
	out := Value{Kind: Struct, Str: v.Str, Civil: v.Civil, From: v.From}
	if v.Kind == Struct {
		out.Elems = append(out.Elems, v.Elems...)
	}
	for len(out.Elems) <= i {
		out.Elems = append(out.Elems, Value{})
	}
	old := out.Elems[i]
	if old.Kind == Absent {
		old = unknown()
		if v.Str != "" {
			old.Str = v.Str + "." + strconv.Itoa(i)
		}
	}
	out.Elems[i] = old.with(path[1:], x)
	return out
}

// hash mixes what distinguishes v from other values into h.
func (v *Value) hash(h uint64) uint64 {
	h = mix(mix(h, uint64(v.Kind)|uint64(v.Boxed)<<8), uint64(v.Int))
	h = mixText(h, v.Str)
	for _, i := range v.Path {
		h = mix(h, uint64(i))
	}
	if v.From != nil {
		h = mixText(mix(h, uint64(v.From.Parts)), v.From.Leaf)
	}
	for i := range v.Elems {
		h = v.Elems[i].hash(h)
	}
	return h
}

// mix is a step of FNV-1a over 64 bits at a time.
func mix(h, x uint64) uint64 {
	h = (h ^ x) * 1099511628211
	return h ^ h>>29
}

func mixText(h uint64, s string) uint64 {
	for i := range len(s) {
		h = (h ^ uint64(s[i])) * 1099511628211
	}
	return mix(h, uint64(len(s)))
}

// name identifies a value among the arguments of a call.
func (v Value) name() string {
	var b strings.Builder
	v.write(&b)
	return b.String()
}

func (v Value) write(b *strings.Builder) {
	fmt.Fprintf(b, "%d:%d:%s:%v(", v.Kind, v.Int, v.Str, v.Path)
	for _, e := range v.Elems {
		e.write(b)
	}
	b.WriteByte(')')
}

// holdsLeapDay reports whether a text, or the known part of one, holds a 29
// February.
func (v Value) holdsLeapDay() bool {
	if v.Kind != Text && v.Kind != Partial {
		return false
	}
	_, _, ok := leapText(v.Str, 0)
	return ok
}
