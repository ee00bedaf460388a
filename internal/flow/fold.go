package flow

import (
	"go/constant"
	"go/token"
	"go/types"
	"math"

	"golang.org/x/tools/go/ssa"
)

// Fold returns the value of v if it is the same in every execution: it looks
// through [Resolve], conversions, arithmetic, phis of equal constants, len of
// a string, and package variables that are initialised with a constant and
// never assigned or address-taken in this package. A []byte made of a string
// folds to the string. nil does not fold.
func (p *Program) Fold(v ssa.Value) (constant.Value, bool) {
	f := &folder{p, maxFold}
	c := f.fold(v)
	return c, c != nil
}

// maxFold bounds the number of values that one call of Fold looks at.
const maxFold = 200

type folder struct {
	*Program
	budget int
}

func (f *folder) fold(v ssa.Value) constant.Value {
	if f.budget == 0 {
		return nil
	}
	f.budget--
	switch v := Resolve(v).(type) {
	case *ssa.Const:
		return f.representable(constValue(v), v.Type())
	case *ssa.Convert:
		if x := f.fold(v.X); x != nil {
			return f.convert(x, v.Type())
		}
	case *ssa.UnOp:
		if v.Op == token.MUL {
			return f.global(v)
		}
		if x := f.fold(v.X); x != nil && v.Op != token.ARROW {
			return f.representable(unary(v.Op, x, v.Type()), v.Type())
		}
	case *ssa.BinOp:
		x, y := f.fold(v.X), f.fold(v.Y)
		if x != nil && y != nil {
			return f.representable(binary(x, v.Op, y, v.X.Type()), v.Type())
		}
	case *ssa.Phi:
		return f.phi(v)
	case *ssa.Call:
		return f.length(v)
	}
	return nil
}

// constValue returns the value of a constant, also where it is the zero value
// of a basic type; nil for nil.
func constValue(c *ssa.Const) constant.Value {
	if c.Value != nil {
		return c.Value
	}
	b, ok := c.Type().Underlying().(*types.Basic)
	if !ok {
		return nil
	}
	switch info := b.Info(); {
	case info&types.IsBoolean != 0:
		return constant.MakeBool(false)
	case info&types.IsString != 0:
		return constant.MakeString("")
	case info&types.IsNumeric != 0:
		return constant.MakeInt64(0)
	}
	return nil
}

func (f *folder) phi(phi *ssa.Phi) constant.Value {
	var out constant.Value
	for _, edge := range phi.Edges {
		if edge == phi {
			continue
		}
		c := f.fold(edge)
		if c == nil || out != nil && !constant.Compare(out, token.EQL, c) {
			return nil
		}
		out = c
	}
	return out
}

func (f *folder) global(load *ssa.UnOp) constant.Value {
	g, ok := load.X.(*ssa.Global)
	if !ok {
		return nil
	}
	init := f.Initial(g, load.Parent())
	if init == nil {
		return nil
	}
	return f.fold(init)
}

func (f *folder) length(call *ssa.Call) constant.Value {
	b, ok := call.Call.Value.(*ssa.Builtin)
	if !ok || b.Name() != "len" {
		return nil
	}
	x := f.fold(call.Call.Args[0])
	if x == nil || x.Kind() != constant.String {
		return nil
	}
	return constant.MakeInt64(int64(len(constant.StringVal(x))))
}

// convert converts a constant as T(x) does, nil if that cannot be expressed.
func (f *folder) convert(x constant.Value, to types.Type) constant.Value {
	b, ok := to.Underlying().(*types.Basic)
	if !ok {
		return nil
	}
	switch info := b.Info(); {
	case info&types.IsString != 0 && x.Kind() == constant.Int:
		if r, ok := constant.Int64Val(x); ok {
			return constant.MakeString(string(rune(r)))
		}
	case info&types.IsInteger != 0 && x.Kind() == constant.Float:
		return f.representable(truncated(x), to)
	default:
		return f.representable(x, to)
	}
	return nil
}

// truncated drops the fraction of a floating-point constant.
func truncated(x constant.Value) constant.Value {
	if f, _ := constant.Float64Val(x); math.Abs(f) <= 1<<53 {
		return constant.MakeInt64(int64(f))
	}
	return nil
}

// representable returns x as a value of type t holds it, rounded if that is a
// floating-point type, or nil if it cannot: what wraps around is left to those
// who look for that.
func (f *folder) representable(x constant.Value, t types.Type) constant.Value {
	b, ok := t.Underlying().(*types.Basic)
	if x == nil || !ok {
		return nil
	}
	switch info := b.Info(); {
	case info&types.IsFloat != 0:
		return rounded(x, b.Kind())
	case info&types.IsInteger == 0:
		return x
	}
	if x = constant.ToInt(x); x.Kind() != constant.Int {
		return nil
	}
	bits := int(8 * f.pass.TypesSizes.Sizeof(b))
	magnitude := x
	if b.Info()&types.IsUnsigned == 0 {
		bits--
		if constant.Sign(x) < 0 { // -2^n needs no more bits than 2^n-1
			magnitude = constant.BinaryOp(x, token.ADD, constant.MakeInt64(1))
		}
	} else if constant.Sign(x) < 0 {
		return nil
	}
	if constant.BitLen(magnitude) > bits {
		return nil
	}
	return x
}

func rounded(x constant.Value, kind types.BasicKind) constant.Value {
	f, _ := constant.Float64Val(x)
	if kind == types.Float32 {
		f32, _ := constant.Float32Val(x)
		f = float64(f32)
	}
	if math.IsInf(f, 0) {
		return nil
	}
	return constant.MakeFloat64(f)
}

func unary(op token.Token, x constant.Value, t types.Type) constant.Value {
	switch op {
	case token.SUB, token.NOT:
		return constant.UnaryOp(op, x, 0)
	case token.XOR:
		if b, ok := t.Underlying().(*types.Basic); ok && b.Info()&types.IsUnsigned == 0 {
			return constant.UnaryOp(op, x, 0)
		}
	}
	return nil
}

// binary evaluates x op y for operands of type t; nil where that would panic.
func binary(x constant.Value, op token.Token, y constant.Value, t types.Type) constant.Value {
	switch op {
	case token.EQL, token.NEQ, token.LSS, token.LEQ, token.GTR, token.GEQ:
		return constant.MakeBool(constant.Compare(x, op, y))
	case token.SHL, token.SHR:
		if n, ok := constant.Uint64Val(y); ok && n < 512 {
			return constant.Shift(x, op, uint(n))
		}
		return nil
	case token.QUO, token.REM:
		if constant.Sign(y) == 0 {
			return nil
		}
		if op == token.QUO && isInteger(t) {
			op = token.QUO_ASSIGN // integer division
		}
	}
	return constant.BinaryOp(x, op, y)
}

func isInteger(t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&types.IsInteger != 0
}
