package calendar

import (
	"cmp"
	"fmt"
	"go/token"
	"io"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// A call is one call of a function that is modelled.
type call struct {
	m    *machine
	f    *frame
	s    *state
	in   *Instr
	name string
	args []Value
}

func (c *call) arg(i int) Value {
	if i < len(c.args) {
		return c.args[i]
	}
	return unknown()
}

// anchored reports whether a function's name says that it returns a day that
// is not 29 February: the first of a month or the last of a year.
func anchored(name string) bool { return anchorName.MatchString(name) }

var anchorName = regexp.MustCompile(`(?i)(begin|start|first|trunc)\w*(month|quarter|year|decade|century)|(end|last)\w*(year|decade|century)`)

// taken returns a part of the instant that a method is called on: 0 year, 1
// month, 2 day.
func (c *call) taken(part int) Value {
	t := c.arg(0)
	if t.Kind != Instant {
		if t.Kind == Unknown && t.Str != "" && part == 0 {
			c.m.out.addBase(Base{Name: t.Str, Days: int(t.Int)})
		}
		return unknown().stemming(Origin{Parts: FromTime | t.origin().Parts&Changed})
	}
	o := Origin{Parts: FromTime | t.origin().Parts&Changed}
	if v := t.Elems[part]; v.Kind == Int && t.has(dateParts) {
		o = t.origin()
		o.Parts = FromTime | o.Parts&(Guarded|Changed) | Year<<part
		o.Frame = c.f.number
		o.At = [3]token.Pos{}
		o.At[part] = c.in.pos()
	}
	return t.Elems[part].stemming(o)
}

// date returns the instant as a Date, if it is known altogether.
func date(t Value) (Date, bool) {
	if t.Kind != Instant || t.Elems[0].Kind != Int || t.Elems[1].Kind != Int || t.Elems[2].Kind != Int {
		return Date{}, false
	}
	return Date{int(t.Elems[0].Int), time.Month(t.Elems[1].Int), int(t.Elems[2].Int)}, true
}

// instantOf returns the instant of a date, under the name of what it was
// computed from; "" for constants.
func instantOf(d Date, of string) Value {
	v := Value{Kind: Instant, Elems: []Value{number(int64(d.Year)), number(int64(d.Month)), number(int64(d.Day))}}
	return v.stemming(Origin{Parts: dateParts, Base: d, Of: cmp.Or(of, d.String())})
}

func modelDate(c *call) Value {
	y, mo, d := c.arg(0), c.arg(1), c.arg(2)
	if y.has(Changed) && mo.has(FromTime) && d.has(FromTime) {
		c.m.out.Promising = true
	}
	if y.Kind == Int && mo.Kind == Int && d.Kind == Int {
		made := Date{int(y.Int), time.Month(mo.Int), int(d.Int)}
		c.note(Event{Made: made, Year: y, Month: mo, Day: d})
		return instantOf(made.Normalize(), unknown().from(y, mo, d).origin().Of)
	}
	if d.Kind == Int && 1 <= d.Int && d.Int <= 28 {
		v := Value{Kind: Instant, Elems: []Value{unknown(), unknown(), number(d.Int)}}
		if mo.Kind == Int && 1 <= mo.Int && mo.Int <= 12 {
			v.Elems[1] = number(mo.Int)
		}
		return v
	}
	return unknown()
}

// modelParse parses text that is known; for a layout without a day only, the
// first of the month is all that is known of the result.
func modelParse(c *call) Value {
	layout, text := c.arg(0), c.arg(1)
	if text.has(Changed) {
		c.m.out.Promising = true
	}
	if layout.Kind != Text {
		return tuple(c.m.symbol(c.f.id+"parsed "+strconv.Itoa(c.in.Dst)), unknown())
	}
	if text.Kind == Text {
		d, exists, ok := parseDate(layout.Str, text.Str)
		if ok {
			c.note(Event{Made: d, Text: text})
		}
		if !exists {
			return tuple(unknown(), Value{Kind: NonNil})
		}
		return tuple(instantOf(d, text.origin().Of), Value{Kind: Nil})
	}
	t := c.m.symbol(c.f.id + "parsed " + strconv.Itoa(c.in.Dst))
	if t.Kind == Unknown {
		first := time.Date(2003, 11, 21, 0, 0, 0, 0, time.UTC).Format(layout.Str)
		if first == time.Date(2003, 11, 22, 0, 0, 0, 0, time.UTC).Format(layout.Str) {
			t = Value{Kind: Instant, Elems: []Value{unknown(), unknown(), number(1)}}
		}
	}
	return tuple(t, unknown())
}

// format writes an instant by a layout. Of what is not known, hours and
// smaller, midnight UTC is assumed: the date fails whatever they are.
func (c *call) format(t Value, layout string) Value {
	d, ok := date(t)
	if !ok {
		if t.Kind == Unknown && t.Str != "" && strings.Contains(layout, "06") {
			c.m.out.addBase(Base{Name: t.Str, Days: int(t.Int)})
		}
		return unknown().stemming(Origin{Parts: FromTime | t.origin().Parts&Changed})
	}
	at := func(d Date) string {
		return time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, time.UTC).Format(layout)
	}
	v := textValue(at(d))
	if !t.has(dateParts) {
		return v
	}
	o := t.origin()
	o.Parts, o.At = FromTime, [3]token.Pos{}
	for i, other := range []Date{{d.Year + 11, d.Month, d.Day}, {d.Year, d.Month%12 + 1, d.Day}, {d.Year, d.Month, d.Day%28 + 1}} {
		if at(other) != v.Str {
			o.Parts |= Year << i
			o.At[i] = c.in.pos()
		}
	}
	o.Frame = c.f.number
	o.Joined = c.in.pos()
	return v.stemming(o)
}

// joined returns a text made of several values.
func (c *call) joined(s string, sources ...Value) Value {
	return joinedText(s).from(sources...).joinedAt(c.f, c.in)
}

// joinedAt notes the place where a text was put together, if that is in the
// function under examination.
func (v Value) joinedAt(f *frame, in *Instr) Value {
	if v.Kind != Text && v.Kind != Partial || !v.has(dateParts) || f.number != 0 {
		return v
	}
	o := v.origin()
	o.Joined = in.pos()
	if !o.Written.IsValid() && v.holdsLeapDay() {
		o.Written, o.Frame = in.pos(), 0
	}
	return v.stemming(o)
}

// A gap is an argument that is not known, printed as a hole by any verb.
type gap struct{}

func (gap) Format(s fmt.State, _ rune) { _, _ = io.WriteString(s, hole) }

// printable returns the arguments of a formatting function as it would print
// them; whole is false if there are gaps among them.
func (c *call) printable(from int) (args []any, sources []Value, whole bool) {
	list, whole := c.m.items(c.s.mem, c.arg(from))
	for _, v := range list {
		switch {
		case v.Boxed == Opaque:
			args, whole = append(args, gap{}), false
		case v.Kind == Int && v.Boxed == Named:
			args = append(args, time.Month(v.Int))
		case v.Kind == Int:
			args = append(args, v.Int)
		case v.Kind == Text:
			args = append(args, v.Str)
		case v.Kind == Bool:
			args = append(args, v.Int != 0)
		default:
			args, whole = append(args, gap{}), false
		}
	}
	return args, list, whole
}

// printed is what a formatting function yields, if whole is false with holes in
// it.
func (c *call) printed(s string, whole bool, sources []Value) Value {
	if whole {
		return c.joined(s, sources...)
	}
	v := unknown().from(sources...)
	if !v.has(dateParts) || len(sources) == 0 {
		return v
	}
	return partial(s).from(sources...).joinedAt(c.f, c.in)
}

func modelSprintf(c *call) Value {
	format := c.arg(0)
	args, sources, whole := c.printable(1)
	if format.Kind != Text {
		return unknown().from(sources...)
	}
	return c.printed(fmt.Sprintf(format.Str, args...), whole, sources)
}

func modelSprint(c *call) Value {
	args, sources, whole := c.printable(0)
	return c.printed(fmt.Sprint(args...), whole, sources)
}
