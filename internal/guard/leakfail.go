package guard

import (
	"go/token"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/flow"
	"github.com/leapguard/leapguard/internal/syntax"
)

// testsError reports whether a condition compares an error with nil.
func (w *walker) testsError(cond ssa.Value, t *trail) bool {
	c, ok := w.value(cond, t).(*ssa.BinOp)
	return ok && (syntax.IsError(c.X.Type()) || syntax.IsError(c.Y.Type()))
}

// failed reports whether an outcome of a condition says that the off did not
// come about: it returned an error, or false.
func (w *walker) failed(cond ssa.Value, outcome bool, t *trail) bool {
	cond = w.value(cond, t)
	switch c := cond.(type) {
	case *ssa.UnOp:
		if c.Op == token.NOT {
			return w.failed(c.X, !outcome, t)
		}
	case *ssa.BinOp:
		x, y := c.X, c.Y
		if _, ok := x.(*ssa.Const); ok {
			x, y = y, x
		}
		if (c.Op == token.NEQ || c.Op == token.EQL) && isNoError(y) {
			return outcome == (c.Op == token.NEQ) && w.ofOff(x, t)
		}
		return false
	}
	return !outcome && isBoolean(cond.Type()) && w.ofOff(cond, t)
}

// isNoError reports whether a value is what an error is compared with: nil, or 0 of
// the numbers that system calls return.
func isNoError(v ssa.Value) bool {
	c, ok := v.(*ssa.Const)
	return ok && (c.IsNil() && syntax.IsError(c.Type()) || syntax.IsNamed(c.Type(), "syscall", "Errno") && c.Uint64() == 0)
}

// destroyed reports whether a condition, which is known on the path by now, says
// that a call destroyed the object. One that failed did not.
func (w *walker) destroyed(cond ssa.Value, t *trail) bool {
	c, ok := w.value(cond, t).(*ssa.BinOp)
	if !ok || !w.testsError(c, t) {
		return false
	}
	for _, operand := range []ssa.Value{c.X, c.Y} {
		v := w.value(operand, t)
		call := v
		if x, ok := v.(*ssa.Extract); ok {
			call = x.Tuple
		}
		if i := slices.Index(t.destroys, call); i >= 0 && syntax.IsError(v.Type()) {
			if t.facts[w.key(v, t)+" == nil"] {
				return true
			}
			t.destroys = slices.Delete(t.destroys, i, i+1)
		}
	}
	return false
}

// ofOff reports whether a value is a result of the off, or of what that
// returned.
func (w *walker) ofOff(v ssa.Value, t *trail) bool {
	for range maxAliases {
		v = w.value(v, t)
		switch x := v.(type) {
		case *ssa.Extract:
			v = x.Tuple
		case *ssa.Field:
			v = x.X
		case *ssa.FieldAddr:
			v = x.X
		case *ssa.UnOp:
			v = x.X
		case *ssa.Call:
			if x == w.off.call {
				return true
			}
			args := flow.Args(x)
			if len(args) == 0 {
				return false
			}
			v = args[0]
		default:
			return false
		}
	}
	return false
}
