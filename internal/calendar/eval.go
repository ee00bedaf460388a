package calendar

import (
	"cmp"
	"go/token"
	"math/bits"
	"strings"
)

// binary evaluates X op Y.
func (m *machine) binary(op token.Token, x, y Value) Value {
	v := m.operate(op, x, y)
	if (op == token.ADD || op == token.SUB) && v.has(FromTime) && v.Kind != Text && v.Kind != Partial {
		v = v.marked(Changed)
	}
	return v
}

func (m *machine) operate(op token.Token, x, y Value) Value {
	switch {
	case x.Kind == Int && y.Kind == Int:
		return arithmetic(op, x.Int, y.Int).from(x, y)
	case x.Kind == Text && y.Kind == Text:
		if op == token.ADD {
			return joinedText(x.Str+y.Str).from(x, y)
		}
		return compare(op, strings.Compare(x.Str, y.Str)).from(x, y)
	case x.Kind == Bool && y.Kind == Bool:
		return compare(op, cmp.Compare(x.Int, y.Int)).from(x, y)
	}
	if op == token.ADD {
		if v, ok := concat(x, y); ok {
			return v
		}
	}
	if x.Kind == Struct && y.Kind == Struct && len(x.Elems) == len(y.Elems) {
		return m.compareElems(op, x, y)
	}
	if v, ok := nilness(op, x, y); ok {
		return v
	}
	v := unknown().from(x, y).from(x.fields()...).from(y.fields()...)
	if leaf := cmp.Or(x.leaf(), y.leaf()); leaf != "" {
		o := v.origin()
		o.Leaf = leaf
		v = v.stemming(o)
	}
	switch op {
	case token.ADD, token.SUB:
		m.sum(x, y)
		m.sum(y, x)
	case token.EQL, token.NEQ, token.LSS, token.LEQ, token.GTR, token.GEQ:
		// A comparison with something unknown can have either result, in
		// particular for the assumed date.
		if !v.has(Guarded) {
			return unknown().stemming(Origin{Parts: v.origin().Parts & Day})
		}
	}
	return v
}

// compareElems compares two composite values.
func (m *machine) compareElems(op token.Token, x, y Value) Value {
	equal := truth(true)
	for i := range x.Elems {
		e := m.binary(token.EQL, m.elem(x, i), m.elem(y, i))
		if e.Kind == Bool && equal.Kind == Bool {
			e.Int &= equal.Int
			equal = e.from(equal)
		} else {
			equal = unknown().from(equal, e)
		}
	}
	if op == token.NEQ {
		return unary(token.NOT, equal)
	}
	return equal
}

// fields returns the elements of a struct or array.
func (v Value) fields() []Value {
	if v.Kind != Struct {
		return nil
	}
	return v.Elems
}

// leaf names an unknown number that does not stem from a date.
func (v Value) leaf() string {
	if v.Kind != Unknown || v.has(FromTime) {
		return ""
	}
	return cmp.Or(v.Str, v.origin().Leaf)
}

// sum notes the unknown number y that is added to a year.
func (m *machine) sum(x, y Value) {
	if leaf := y.leaf(); leaf != "" && x.Kind == Int && x.has(Year) && y.origin().Parts == 0 {
		m.out.addOffset(leaf)
	}
}

// nilness compares with nil.
func nilness(op token.Token, x, y Value) (Value, bool) {
	if op != token.EQL && op != token.NEQ {
		return Value{}, false
	}
	if x.Kind == Nil && x.Boxed == Unboxed {
		x, y = y, x
	}
	if y.Kind != Nil || y.Boxed != Unboxed {
		return Value{}, false
	}
	if x.Boxed != Unboxed { // whatever it holds
		return truth(op == token.NEQ), true
	}
	switch x.Kind {
	case Nil:
		return truth(op == token.EQL), true
	case Pointer, Func, NonNil, Slice:
		return truth(op == token.NEQ).from(x), !strings.HasPrefix(x.Str, "*")
	}
	return Value{}, false
}

func arithmetic(op token.Token, x, y int64) Value {
	switch op {
	case token.ADD:
		return number(x + y)
	case token.SUB:
		return number(x - y)
	case token.MUL:
		if hi, _ := bits.Mul64(uint64(max(x, -x)), uint64(max(y, -y))); hi != 0 {
			return unknown()
		}
		return number(x * y)
	case token.QUO:
		if y != 0 {
			return number(x / y)
		}
	case token.REM:
		if y != 0 {
			return number(x % y)
		}
	case token.AND:
		return number(x & y)
	case token.OR:
		return number(x | y)
	case token.XOR:
		return number(x ^ y)
	case token.AND_NOT:
		return number(x &^ y)
	case token.SHL:
		if 0 <= y && y < 63 && x < 1<<31 && x > -1<<31 && y < 32 {
			return number(x << y)
		}
	case token.SHR:
		if 0 <= y && y < 64 {
			return number(x >> y)
		}
	default:
		return compare(op, cmp.Compare(x, y))
	}
	return unknown()
}

// compare turns the sign of a comparison into the value of X op Y.
func compare(op token.Token, sign int) Value {
	switch op {
	case token.EQL:
		return truth(sign == 0)
	case token.NEQ:
		return truth(sign != 0)
	case token.LSS:
		return truth(sign < 0)
	case token.LEQ:
		return truth(sign <= 0)
	case token.GTR:
		return truth(sign > 0)
	case token.GEQ:
		return truth(sign >= 0)
	}
	return unknown()
}

func unary(op token.Token, x Value) Value {
	switch {
	case op == token.NOT && x.Kind == Bool:
		return truth(x.Int == 0).from(x)
	case op == token.SUB && x.Kind == Int:
		return number(-x.Int).from(x)
	case op == token.XOR && x.Kind == Int:
		return number(^x.Int).from(x)
	}
	o := x.origin()
	o.Leaf = x.leaf()
	return unknown().stemming(o)
}

// narrow converts a number to an integer type of the given size in bits,
// negative for a signed one.
func narrow(v Value, size int) Value {
	if v.Kind != Int || size == 64 || size == -64 {
		return v
	}
	var fits bool
	if size < 0 {
		fits = v.Int>>(-size-1) == 0 || v.Int>>(-size-1) == -1
	} else {
		fits = v.Int>>size == 0
	}
	if !fits {
		return unknown().from(v)
	}
	return v
}
