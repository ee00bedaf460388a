package calendar

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// modelled says what functions of the standard library and builtins yield, by
// their names as flow.Name writes them.
var modelled = map[string]func(*call) Value{
	"time.Date":            modelDate,
	"time.Parse":           modelParse,
	"time.ParseInLocation": modelParse,
	"time.Now":             func(c *call) Value { return c.m.symbol("time.Now()") },
	"(time.Time).Year":     func(c *call) Value { return c.taken(0) },
	"(time.Time).Month":    func(c *call) Value { return c.taken(1) },
	"(time.Time).Day":      func(c *call) Value { return c.taken(2) },
	"(time.Time).Date":     func(c *call) Value { return tuple(c.taken(0), c.taken(1), c.taken(2)) },
	"(time.Time).YearDay":  func(c *call) Value { return c.computed(time.Time.YearDay) },
	"(time.Time).Weekday":  func(c *call) Value { return c.computed(func(t time.Time) int { return int(t.Weekday()) }) },
	"(time.Time).Format":   modelFormat,
	"(time.Time).String":   func(*call) Value { return unknown() },
	"(time.Time).AddDate":  modelAddDate,
	"(time.Time).Add":      modelAdd,
	"(time.Time).IsZero":   modelIsZero,
	"(time.Time).Before":   func(c *call) Value { return c.ordered(-1) },
	"(time.Time).After":    func(c *call) Value { return c.ordered(1) },
	"(time.Time).Equal":    func(c *call) Value { return c.ordered(0) },
	"(time.Time).Compare":  func(*call) Value { return unknown() },
	"(time.Time).Sub":      func(*call) Value { return unknown() },
	"time.Until":           func(*call) Value { return unknown() },
	"time.Since":           func(*call) Value { return unknown() },

	// The assumed date is that in the location that the code reads it in.
	"(time.Time).UTC":      func(c *call) Value { return c.arg(0) },
	"(time.Time).Local":    func(c *call) Value { return c.arg(0) },
	"(time.Time).In":       func(c *call) Value { return c.arg(0) },
	"(time.Time).Truncate": func(c *call) Value { return c.arg(0) },
	"(time.Time).Round":    func(c *call) Value { return c.arg(0) },

	// Its clock does not matter, so that it reads midnight.
	"(time.Time).Hour":       modelMidnight,
	"(time.Time).Minute":     modelMidnight,
	"(time.Time).Second":     modelMidnight,
	"(time.Time).Nanosecond": modelMidnight,

	"(time.Month).String": func(c *call) Value {
		if v := c.arg(0); v.Kind == Int {
			return c.joined(time.Month(v.Int).String(), v)
		}
		return unknown()
	},

	"fmt.Sprintf":       modelSprintf,
	"fmt.Sprint":        modelSprint,
	"fmt.Errorf":        func(*call) Value { return Value{Kind: NonNil} },
	"errors.New":        func(*call) Value { return Value{Kind: NonNil} },
	"strconv.Itoa":      modelItoa,
	"strconv.FormatInt": modelItoa,
	"strconv.Atoi":      modelAtoi,
	"strconv.ParseInt":  modelAtoi,

	"strings.ReplaceAll": func(c *call) Value {
		return c.text(func(s []string) string { return strings.ReplaceAll(s[0], s[1], s[2]) }, 3)
	},
	"strings.Replace": func(c *call) Value {
		n := c.arg(3)
		if n.Kind != Int {
			return unknown().from(c.args...)
		}
		return c.text(func(s []string) string { return strings.Replace(s[0], s[1], s[2], int(n.Int)) }, 3)
	},
	"strings.TrimSpace": func(c *call) Value { return c.text(func(s []string) string { return strings.TrimSpace(s[0]) }, 1) },
	"strings.TrimPrefix": func(c *call) Value {
		return c.text(func(s []string) string { return strings.TrimPrefix(s[0], s[1]) }, 2)
	},
	"strings.TrimSuffix": func(c *call) Value {
		return c.text(func(s []string) string { return strings.TrimSuffix(s[0], s[1]) }, 2)
	},
	"strings.Join":  modelJoin,
	"strings.Split": modelSplit,

	"len": modelLen,
	"min": func(c *call) Value { return c.extreme(-1) },
	"max": func(c *call) Value { return c.extreme(1) },
}

// computed returns a number that depends on all parts of a date.
func (c *call) computed(f func(time.Time) int) Value {
	d, ok := date(c.arg(0))
	if !ok {
		return unknown().stemming(Origin{Parts: FromTime})
	}
	v := number(int64(f(d.midnight())))
	o := c.arg(0).origin()
	o.Parts |= FromTime
	o.Frame = c.f.number
	return v.stemming(o)
}

func modelFormat(c *call) Value {
	if layout := c.arg(1); layout.Kind == Text {
		return c.format(c.arg(0), layout.Str)
	}
	return unknown()
}

func modelMidnight(c *call) Value {
	if c.arg(0).Kind == Instant {
		return number(0)
	}
	return unknown()
}

// modelAddDate computes what it can, and else keeps the day of a month that
// all months have.
func modelAddDate(c *call) Value {
	t, years, months, days := c.arg(0), c.arg(1), c.arg(2), c.arg(3)
	if years.Kind == Int && months.Kind == Int && days.Kind == Int {
		if years.Int == 0 && months.Int == 0 {
			return c.later(t, days.Int)
		}
		if d, ok := date(t); ok {
			return instantOf(Date{d.Year + int(years.Int), d.Month + time.Month(months.Int), d.Day + int(days.Int)}.Normalize(), t.origin().Of).marked(Changed)
		}
	}
	if t.Kind == Instant && t.Elems[2].Kind == Int && t.Elems[2].Int <= 28 && days.Kind == Int && days.Int == 0 {
		v := Value{Kind: Instant, Elems: []Value{unknown(), unknown(), t.Elems[2]}}
		if months.Kind == Int && months.Int == 0 {
			v.Elems[1] = t.Elems[1]
		}
		return v
	}
	if years.Kind == Int && years.Int != 0 {
		return unknown().marked(Changed) // 29 February is hardly ever there
	}
	return c.derived()
}

// modelAdd counts whole days: for less, there is a time of day at which the
// date stays.
func modelAdd(c *call) Value {
	if d := c.arg(1); d.Kind == Int {
		return c.later(c.arg(0), int64(time.Duration(d.Int)/(24*time.Hour)))
	}
	return c.derived()
}

// later returns the date some days after t. If t is not known, its name and
// the number of days say what to assume of it.
func (c *call) later(t Value, days int64) Value {
	if d, ok := date(t); ok {
		return instantOf(Date{d.Year, d.Month, d.Day + int(days)}.Normalize(), t.origin().Of)
	}
	if t.Kind == Unknown && t.Str != "" {
		t.Int += days
		return t
	}
	return unknown()
}

// derived is a date computed from others in a way that is not followed. If the
// distance depends on a date, as in t.AddDate(0, 0, 1-t.Day()), it need not be
// one that can be 29 February.
func (c *call) derived() Value {
	var key strings.Builder
	key.WriteString(c.name + "(")
	for _, arg := range c.args {
		if arg.Kind != Instant && arg.has(FromTime) {
			return unknown()
		}
		key.WriteString(arg.name() + ",")
	}
	return c.m.symbol(key.String() + ")")
}

func modelIsZero(c *call) Value {
	if d, ok := date(c.arg(0)); ok {
		return truth(d == Date{1, 1, 1})
	}
	return unknown()
}

// ordered compares two dates whose order is want; on the same day, the time of
// day decides.
func (c *call) ordered(want int) Value {
	a, ok := date(c.arg(0))
	b, ok2 := date(c.arg(1))
	if !ok || !ok2 || a == b {
		return unknown()
	}
	return truth(a.midnight().Compare(b.midnight()) == want)
}

func modelItoa(c *call) Value {
	v := c.arg(0)
	base := c.arg(1)
	if v.Kind != Int || len(c.args) > 1 && (base.Kind != Int || base.Int != 10) {
		return unknown().from(v)
	}
	return c.joined(strconv.FormatInt(v.Int, 10), v)
}

func modelAtoi(c *call) Value {
	v := c.arg(0)
	if v.Kind == Text {
		if n, err := strconv.ParseInt(v.Str, 10, 64); err == nil {
			return tuple(number(n).from(v), Value{Kind: Nil})
		}
		return tuple(unknown(), Value{Kind: NonNil})
	}
	return tuple(unknown().from(v), unknown())
}

// text applies a function of n texts.
func (c *call) text(f func([]string) string, n int) Value {
	args := make([]string, n)
	for i := range args {
		v := c.arg(i)
		if v.Kind != Text {
			return unknown().from(c.args...)
		}
		args[i] = v.Str
	}
	return c.joined(f(args), c.args[:n]...)
}

func modelJoin(c *call) Value {
	list, ok := c.m.items(c.s.mem, c.arg(0))
	sep := c.arg(1)
	parts := make([]string, len(list))
	for i, v := range list {
		ok = ok && v.Kind == Text
		parts[i] = v.Str
	}
	if !ok || sep.Kind != Text {
		return unknown().from(list...).from(c.arg(0))
	}
	return c.joined(strings.Join(parts, sep.Str), list...)
}

// modelSplit yields a new array. Stores to one of unknown length are lost, so
// that it counts as changed.
func modelSplit(c *call) Value {
	s, sep := c.arg(0), c.arg(1)
	if s.Kind != Text || sep.Kind != Text {
		v := unknown().from(s, sep)
		if v.has(FromTime) {
			v = v.marked(Changed)
		}
		return v
	}
	array := Value{Kind: Struct}
	for part := range strings.SplitSeq(s.Str, sep.Str) {
		array.Elems = append(array.Elems, c.joined(part, s))
	}
	if len(array.Elems) > maxElems {
		return unknown().from(s)
	}
	name := fmt.Sprintf("%s&%d", c.f.id, c.in.Dst)
	c.s.mem.set(name, array)
	return Value{Kind: Slice, Str: name, Path: []int{0}, Int: int64(len(array.Elems))}
}

func modelLen(c *call) Value {
	switch v := c.arg(0); v.Kind {
	case Text:
		return number(int64(len(v.Str))).from(v)
	case Slice:
		return number(v.Int)
	}
	return unknown()
}

// extreme is the builtin min (sign -1) or max (sign 1).
func (c *call) extreme(sign int64) Value {
	best := c.arg(0)
	for _, v := range c.args {
		if v.Kind != Int {
			return unknown().from(c.args...)
		}
		if (v.Int-best.Int)*sign > 0 {
			best = v
		}
	}
	return best.from(c.args...)
}
