package guard

import (
	"go/constant"
	"go/token"
	"regexp"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/flow"
	"github.com/leapguard/leapguard/internal/syntax"
)

// An evaluation tells values on one way behind a failed call.
type evaluation struct {
	f   *Failed
	env settings
}

// A guess is what is known of a value there.
type guess struct {
	what sort
	c    constant.Value // of exactly
	dep  bool           // the failed call gave it, or what it was made of
}

type sort int

const (
	unknown sort = iota
	zero         // of its type; of a collection, an empty one
	exactly      // the constant
	set          // not nil; of a collection, not empty
	huge         // a duration since a time that was never set
	early        // a time that was never set, or a little later
)

// truth tells whether a condition may hold, and whether it may not.
func (g guess) truth() (yes, no bool) {
	switch {
	case g.what == zero:
		return false, true
	case g.what == exactly && g.c.Kind() == constant.Bool:
		return constant.BoolVal(g.c), !constant.BoolVal(g.c)
	}
	return true, true
}

func boolean(b, dep bool) guess { return guess{exactly, constant.MakeBool(b), dep} }

// maxDerivation bounds how deep values are looked into.
const maxDerivation = 10

func (e *evaluation) of(v ssa.Value) guess { return e.value(v, maxDerivation) }

func (e *evaluation) value(v ssa.Value, depth int) guess {
	if depth == 0 {
		return guess{}
	}
	depth--
	if phi, ok := v.(*ssa.Phi); ok {
		if to := e.env[phi]; to != nil {
			return e.value(to, depth)
		}
		return guess{dep: e.derives(v, depth)}
	}
	if e.isErr(v) {
		return guess{what: set}
	}
	if e.isResult(v) {
		return e.result()
	}
	switch v := v.(type) {
	case *ssa.Const:
		if v.Value == nil || isZeroConst(v) {
			return guess{what: zero}
		}
		return guess{what: exactly, c: v.Value}
	case *ssa.UnOp:
		return e.unary(v, depth)
	case *ssa.BinOp:
		return e.binary(v, depth)
	case *ssa.Extract:
		return e.extract(v, depth)
	case *ssa.Call:
		return e.call(v, depth)
	case *ssa.Lookup:
		if g := e.value(v.X, depth); g.what == zero && e.f.given == Zero {
			return guess{what: zero, dep: g.dep}
		}
	case *ssa.Field:
		if g := e.value(v.X, depth); g.what == zero {
			return g
		}
	case *ssa.Convert:
		return e.value(v.X, depth)
	case *ssa.ChangeType:
		return e.value(v.X, depth)
	case *ssa.ChangeInterface:
		return e.value(v.X, depth)
	case *ssa.MakeInterface:
		return guess{what: set, dep: e.derives(v.X, depth)}
	case *ssa.MakeMap:
		if e.holdsResults(v, depth) && e.f.given == Zero {
			return guess{what: zero, dep: true}
		}
	}
	return guess{dep: e.derives(v, depth)}
}

func isZeroConst(c *ssa.Const) bool {
	switch c.Value.Kind() {
	case constant.Bool:
		return !constant.BoolVal(c.Value)
	case constant.String:
		return constant.StringVal(c.Value) == ""
	}
	return constant.Sign(c.Value) == 0
}

// result is what the failed call gives for a result.
func (e *evaluation) result() guess {
	if e.f.given != Zero {
		return guess{dep: true}
	}
	return guess{what: zero, dep: true}
}

// isResult reports whether a value is a result of the failed call besides the
// error, or a variable, or a part of one, that it would have set.
func (e *evaluation) isResult(v ssa.Value) bool {
	switch v := v.(type) {
	case *ssa.Parameter:
		return v == e.f.param
	case *ssa.Extract:
		return v.Tuple == ssa.Value(e.f.Call) && v.Index != e.f.err
	case *ssa.UnOp:
		return v.Op == token.MUL && e.f.stored[allocOf(v.X)]
	}
	return false
}

// allocOf returns the variable that an address lies in, nil for none.
func allocOf(addr ssa.Value) *ssa.Alloc {
	for {
		switch a := addr.(type) {
		case *ssa.FieldAddr:
			addr = a.X
		case *ssa.Alloc:
			return a
		default:
			return nil
		}
	}
}

// isErr reports whether a value is the error, or made of it.
func (e *evaluation) isErr(v ssa.Value) bool { return e.isErrIn(v, maxDerivation) }

func (e *evaluation) isErrIn(v ssa.Value, depth int) bool {
	if depth == 0 || v == nil {
		return false
	}
	depth--
	switch v := v.(type) {
	case *ssa.Extract:
		return v.Tuple == ssa.Value(e.f.Call) && v.Index == e.f.err
	case *ssa.Call:
		if v == e.f.Call {
			return syntax.IsError(v.Type())
		}
		// What wraps an error, or lets some pass, as IgnoreNotFound does.
		return syntax.IsError(v.Type()) && e.given(v, depth)
	case *ssa.Phi:
		return e.isErrIn(e.env[v], depth)
	case *ssa.MakeInterface:
		return e.isErrIn(v.X, depth)
	case *ssa.ChangeInterface:
		return e.isErrIn(v.X, depth)
	case *ssa.UnOp:
		r := flow.Resolve(v)
		return r != ssa.Value(v) && e.isErrIn(r, depth)
	}
	return false
}

// givenErr reports whether the error is among the arguments of a call.
func (e *evaluation) givenErr(call *ssa.Call) bool { return e.given(call, maxDerivation) }

func (e *evaluation) given(call *ssa.Call, depth int) bool {
	is := func(v ssa.Value) bool { return e.isErrIn(v, depth) }
	return slices.ContainsFunc(call.Call.Args, func(arg ssa.Value) bool {
		if s, ok := arg.(*ssa.Slice); ok {
			array, ok := s.X.(*ssa.Alloc)
			return ok && slices.ContainsFunc(elementsOf(array), is)
		}
		return is(arg)
	})
}

func (e *evaluation) unary(v *ssa.UnOp, depth int) guess {
	switch v.Op {
	case token.NOT:
		g := e.value(v.X, depth)
		if yes, no := g.truth(); yes != no {
			return boolean(no, g.dep)
		}
		return g
	case token.MUL:
		if r := flow.Resolve(v); r != ssa.Value(v) {
			return e.value(r, depth)
		}
		if field, ok := v.X.(*ssa.FieldAddr); ok {
			if g := e.value(field.X, depth); g.what == zero && g.dep {
				return g
			}
		}
	}
	return guess{dep: e.derives(v, depth)}
}

func (e *evaluation) extract(v *ssa.Extract, depth int) guess {
	switch x := v.Tuple.(type) {
	case *ssa.Lookup:
		if g := e.value(x.X, depth); g.dep && (g.what == zero || e.f.given == Partial) {
			return guess{what: zero, dep: true}
		}
	case *ssa.TypeAssert:
		switch g := e.value(x.X, depth); {
		case e.isErr(x.X):
			return guess{what: zero} // an error of no kind that tells more
		case g.what == zero:
			return g
		}
	}
	return guess{dep: e.derives(v.Tuple, depth)}
}

// binary evaluates an operation with two operands.
func (e *evaluation) binary(v *ssa.BinOp, depth int) guess {
	x, y := e.value(v.X, depth), e.value(v.Y, depth)
	dep := x.dep || y.dep
	switch {
	case x.what == unknown || y.what == unknown:
		return guess{dep: dep}
	case x.what == huge && y.what != huge:
		return boolean(v.Op == token.GTR || v.Op == token.GEQ || v.Op == token.NEQ, dep)
	case y.what == huge && x.what != huge:
		return boolean(v.Op == token.LSS || v.Op == token.LEQ || v.Op == token.NEQ, dep)
	case v.Op != token.EQL && v.Op != token.NEQ:
		return e.ordered(v, x, y, dep)
	case x.what == zero && y.what == zero:
		return boolean(v.Op == token.EQL, dep)
	case x.what == exactly && y.what == exactly:
		if x.c.Kind() != y.c.Kind() {
			return guess{dep: dep}
		}
		return boolean(constant.Compare(x.c, v.Op, y.c), dep)
	case (x.what == zero) != (y.what == zero):
		return boolean(v.Op == token.NEQ, dep)
	}
	return guess{dep: dep}
}

// ordered evaluates an operation on numbers.
func (e *evaluation) ordered(v *ssa.BinOp, x, y guess, dep bool) guess {
	number := func(g guess) constant.Value {
		switch {
		case g.what == zero:
			return constant.MakeInt64(0)
		case g.what == exactly && (g.c.Kind() == constant.Int || g.c.Kind() == constant.Float):
			return g.c
		}
		return nil
	}
	a, b := number(x), number(y)
	if x.what == set && b != nil { // a length of 1 at least
		switch empty := constant.Compare(b, token.LSS, constant.MakeInt64(1)); {
		case v.Op == token.GTR && empty, v.Op == token.GEQ && constant.Compare(b, token.LEQ, constant.MakeInt64(1)):
			return boolean(true, dep)
		case v.Op == token.LEQ && empty, v.Op == token.LSS && constant.Compare(b, token.LEQ, constant.MakeInt64(1)):
			return boolean(false, dep)
		}
	}
	if a == nil || b == nil {
		return guess{dep: dep}
	}
	switch v.Op {
	case token.LSS, token.LEQ, token.GTR, token.GEQ:
		return boolean(constant.Compare(a, v.Op, b), dep)
	case token.ADD, token.SUB, token.MUL:
		n := constant.BinaryOp(a, v.Op, b)
		if constant.Sign(n) == 0 {
			return guess{what: zero, dep: dep}
		}
		return guess{exactly, n, dep}
	}
	return guess{dep: dep}
}

// holdsResults reports whether a map is filled with what the failed call gave,
// and with nothing else.
func (e *evaluation) holdsResults(m ssa.Value, depth int) bool {
	n := 0
	for _, ref := range *m.Referrers() {
		if update, ok := ref.(*ssa.MapUpdate); ok && update.Map == m {
			if !e.derives(update.Key, depth) {
				return false
			}
			n++
		}
	}
	return n > 0
}

// maxFailedWork bounds the values that are looked into behind one failed call.
const maxFailedWork = 50_000

// derives reports whether a value is made of what the failed call gave.
func (e *evaluation) derives(v ssa.Value, depth int) bool {
	if e.f.work++; depth == 0 || e.f.work > maxFailedWork || e.isErr(v) {
		return false
	}
	if e.isResult(v) {
		return true
	}
	if alloc, ok := v.(*ssa.Alloc); ok {
		return e.f.stored[alloc] || slices.ContainsFunc(*alloc.Referrers(), func(ref ssa.Instruction) bool {
			store, ok := ref.(*ssa.Store)
			return ok && store.Addr == alloc && e.derives(store.Val, depth-1)
		})
	}
	if phi, ok := v.(*ssa.Phi); ok && e.env != nil {
		to := e.env[phi]
		return to != nil && e.derives(to, depth-1)
	}
	if m, ok := v.(*ssa.MakeMap); ok {
		return e.holdsResults(m, depth-1)
	}
	instr, ok := v.(ssa.Instruction)
	return ok && slices.ContainsFunc(instr.Operands(nil), func(op *ssa.Value) bool { return *op != nil && e.derives(*op, depth-1) })
}

// panics reports whether an instruction reads through a pointer, or calls a
// method of an interface, that the failed call left nil.
func (e *evaluation) panics(instr ssa.Instruction) bool {
	var base ssa.Value
	switch i := instr.(type) {
	case *ssa.FieldAddr:
		base = i.X
	case *ssa.UnOp:
		base = i.X
		if i.Op != token.MUL {
			return false
		}
	case *ssa.IndexAddr:
		base = i.X
	case ssa.CallInstruction:
		if !i.Common().IsInvoke() {
			return false
		}
		base = i.Common().Value
	default:
		return false
	}
	if e.f.given != Zero || allocOf(base) != nil {
		return false
	}
	g := e.of(base)
	return g.what == zero && g.dep
}

// dies matches the names of functions that end the path if they are given an
// error.
var dies = regexp.MustCompile(`^(?i:must|check|fatal|die|exit|abort|require|assert|fail|panic|throw|no)`)

// ends reports whether a call does not return on this way.
func (e *evaluation) ends(call ssa.CallInstruction) bool {
	c, ok := call.(*ssa.Call)
	if !ok {
		return false
	}
	if flow.Stops(c) {
		return true
	}
	callee := flow.Callee(c)
	return callee != nil && c.Call.Signature().Results().Len() == 0 && dies.MatchString(callee.Name()) &&
		e.givenErr(c)
}
