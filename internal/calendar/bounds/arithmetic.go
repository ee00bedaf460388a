package bounds

import (
	"go/token"
	"math"
	"math/bits"

	"golang.org/x/tools/go/ssa"
)

// arithmetic returns the range of x op y, as if nothing wrapped around.
func arithmetic(v *ssa.BinOp, x, y Range) Range {
	switch v.Op {
	case token.ADD:
		return Range{plus(x.Min, y.Min), plus(x.Max, y.Max)}
	case token.SUB:
		return Range{plus(x.Min, negated(y.Max)), plus(x.Max, negated(y.Min))}
	case token.MUL:
		return hull(times, x, y)
	case token.QUO:
		if y.Min > 0 && isInteger(v.Type()) {
			return hull(func(a, b int64) int64 { return a / b }, x, y)
		}
	case token.REM:
		if y.Min > 0 && x.Min >= 0 {
			return Range{0, min(x.Max, y.Max-1)}
		}
	case token.SHR:
		if x.Min >= 0 {
			return Range{0, x.Max}
		}
	case token.AND:
		if x.Min >= 0 || y.Min >= 0 {
			return Range{0, math.MaxInt64}
		}
	}
	return all
}

// hull applies a function that is monotone in each operand to the corners.
func hull(op func(a, b int64) int64, x, y Range) Range {
	a, b, c, d := op(x.Min, y.Min), op(x.Min, y.Max), op(x.Max, y.Min), op(x.Max, y.Max)
	return Range{min(a, b, c, d), max(a, b, c, d)}
}

// plus adds; what overflows is the limit.
func plus(a, b int64) int64 {
	sum := a + b
	switch {
	case a > 0 && b > 0 && sum < 0:
		return math.MaxInt64
	case a < 0 && b < 0 && sum >= 0:
		return math.MinInt64
	case a == math.MinInt64 || b == math.MinInt64:
		return math.MinInt64 // and beyond
	case a == math.MaxInt64 || b == math.MaxInt64:
		return math.MaxInt64
	}
	return sum
}

func negated(a int64) int64 {
	if a == math.MinInt64 {
		return math.MaxInt64
	}
	return -a
}

// times multiplies; what overflows is the limit.
func times(a, b int64) int64 {
	hi, lo := bits.Mul64(magnitude(a), magnitude(b))
	negative := (a < 0) != (b < 0)
	switch {
	case hi == 0 && lo <= math.MaxInt64 && negative:
		return -int64(lo)
	case hi == 0 && lo <= math.MaxInt64:
		return int64(lo)
	case negative:
		return math.MinInt64
	}
	return math.MaxInt64
}

func magnitude(a int64) uint64 {
	if a < 0 {
		return -uint64(a)
	}
	return uint64(a)
}
