package bounds

import (
	"go/constant"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/flow"
	"github.com/leapguard/leapguard/internal/syntax"
)

// maxDepth bounds the operands of operands that are looked at.
const maxDepth = 8

// Same reports whether two values are surely equal, as long as nothing is
// stored in between: the same value, the same field of one object, or the same
// operation on such values. Conversions between integers that keep the value
// are looked through.
func Same(a, b ssa.Value) bool { return same(a, b, maxDepth) }

func same(a, b ssa.Value, depth int) bool {
	a, b = Strip(a), Strip(b)
	if a == b {
		return true
	}
	if depth == 0 {
		return false
	}
	depth--
	switch x := a.(type) {
	case *ssa.Const:
		y, ok := b.(*ssa.Const)
		return ok && x.Value != nil && y.Value != nil && x.Value.Kind() == y.Value.Kind() && constant.Compare(x.Value, token.EQL, y.Value)
	case *ssa.BinOp:
		y, ok := b.(*ssa.BinOp)
		return ok && x.Op == y.Op && same(x.X, y.X, depth) && same(x.Y, y.Y, depth)
	case *ssa.Convert:
		y, ok := b.(*ssa.Convert)
		return ok && types.Identical(x.Type(), y.Type()) && same(x.X, y.X, depth)
	case *ssa.Call:
		y, ok := b.(*ssa.Call)
		if ok && sameCall(x, y, depth) {
			return true
		}
	}
	return flow.Same(a, b)
}

// sameCall reports whether two calls of a method of package time yield the
// same: none of them changes anything.
func sameCall(x, y *ssa.Call, depth int) bool {
	callee := flow.Callee(x)
	if callee == nil || callee != flow.Callee(y) || callee.Pkg() == nil || callee.Pkg().Path() != "time" || callee.Signature().Recv() == nil {
		return false
	}
	xs, ys := flow.Args(x), flow.Args(y)
	for i := range xs {
		if i >= len(ys) || !same(xs[i], ys[i], depth) {
			return false
		}
	}
	return true
}

// Strip is [flow.Resolve], and strips conversions between integers that keep
// every value.
func Strip(v ssa.Value) ssa.Value {
	for {
		v = flow.Resolve(v)
		if c, ok := v.(*ssa.MultiConvert); ok && isInteger(c.Type()) {
			v = c.X // of a type parameter, one type of which is as wide
			continue
		}
		c, ok := v.(*ssa.Convert)
		if !ok || !isInteger(c.X.Type()) || !isInteger(c.Type()) {
			return v
		}
		if from, to := ofType(c.X.Type()), ofType(c.Type()); from.meet(to) != from {
			return v
		}
		v = c.X
	}
}

// difference returns the operands of a subtraction of numbers or of times.
func difference(v ssa.Value) (operands [2]ssa.Value, ok bool) {
	switch v := Strip(v).(type) {
	case *ssa.BinOp:
		if v.Op == token.SUB {
			return [2]ssa.Value{v.X, v.Y}, true
		}
	case *ssa.Call:
		if args := timeCall(v, "(time.Time).Sub"); args != nil {
			return [2]ssa.Value{args[0], args[1]}, true
		}
	}
	return operands, false
}

// orders returns how a comparison says that a compares to b.
func orders(c flow.Cond, a, b ssa.Value) (token.Token, bool) {
	switch {
	case Same(c.X, a) && Same(c.Y, b):
		return c.Op, true
	case Same(c.X, b) && Same(c.Y, a):
		return syntax.Mirror(c.Op), true
	}
	call, ok := c.X.(*ssa.Call)
	if !ok {
		return 0, false
	}
	_, k, _, ok := c.ConstTest()
	if !ok || k.Kind() != constant.Bool {
		return 0, false
	}
	op, args := token.LSS, timeCall(call, "(time.Time).Before")
	if args == nil {
		op, args = token.GTR, timeCall(call, "(time.Time).After")
	}
	if args == nil {
		return 0, false
	}
	if constant.BoolVal(k) != (c.Op == token.EQL) {
		op = map[token.Token]token.Token{token.LSS: token.GEQ, token.GTR: token.LEQ}[op]
	}
	switch {
	case Same(args[0], a) && Same(args[1], b):
		return op, true
	case Same(args[0], b) && Same(args[1], a):
		return syntax.Mirror(op), true
	}
	return 0, false
}

// timeCall returns the arguments of a call of the named function, or nil.
func timeCall(call *ssa.Call, name string) []ssa.Value {
	if callee := flow.Callee(call); callee != nil && flow.Name(callee) == name {
		return flow.Args(call)
	}
	return nil
}
