package guard

import (
	"go/token"
	"go/types"
	"regexp"

	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/flow"
	"github.com/leapguard/leapguard/internal/syntax"
)

// is tells whether a value surely has the outcome True or Nil, or surely not.
func (o Outcome) is(v ssa.Value) verdict {
	v = madeInterface(v)
	if c, ok := v.(*ssa.Const); ok {
		return o.judge(equal, c)
	}
	if o == Nil && neverNil(v) {
		return refused
	}
	return open
}

// madeInterface resolves v up to where a value is put into an interface, which
// is not nil then whatever the value.
func madeInterface(v ssa.Value) ssa.Value {
	if _, ok := v.(*ssa.MakeInterface); ok {
		return v
	}
	if load, ok := v.(*ssa.UnOp); ok && load.Op == token.MUL {
		if _, ok := load.X.(*ssa.Global); ok {
			return v
		}
	}
	return flow.Resolve(v)
}

// makesError matches the names of functions that make or wrap an error. Those
// that wrap return nil for nil, but are called with an error.
var makesError = regexp.MustCompile(`^(?i:new|wrap|with|err|fail)`)

// neverNil reports whether a value is not nil: a new value, a package's error
// variable, or an error made by a function of such a name.
func neverNil(v ssa.Value) bool {
	switch v := v.(type) {
	case *ssa.MakeInterface, *ssa.Alloc, *ssa.MakeMap, *ssa.MakeSlice, *ssa.MakeChan, *ssa.MakeClosure, *ssa.Function:
		return true
	case *ssa.UnOp:
		_, global := v.X.(*ssa.Global)
		return global && v.Op == token.MUL && syntax.IsError(v.Type())
	case *ssa.Call:
		if appendedTo(v) != nil {
			return isVariadicArray(v.Call.Args[1])
		}
		if keptError(v) {
			return cameUp(v)
		}
		callee := flow.Callee(v)
		return callee != nil && syntax.IsError(v.Type()) && !joins[flow.Name(callee)] && makesError.MatchString(callee.Name())
	}
	return false
}

// joins names the functions whose result is nil if, and only if, all errors
// among the arguments are.
var joins = map[string]bool{
	"errors.Join": true,
	"cmp.Or":      true,

	"github.com/pkg/errors.WithMessage":  true,
	"github.com/pkg/errors.WithMessagef": true,
	"github.com/pkg/errors.WithStack":    true,
	"github.com/pkg/errors.Wrap":         true,
	"github.com/pkg/errors.Wrapf":        true,
	"go.uber.org/multierr.Append":        true,
	"go.uber.org/multierr.Combine":       true,

	"k8s.io/apimachinery/pkg/util/errors.NewAggregate": true,
}

// joined returns the values that are all nil if v is.
func (m *memo) joined(v ssa.Value) []ssa.Value {
	var out []ssa.Value
	for _, arg := range m.joinedArgs(v) {
		if syntax.IsError(arg.Type()) {
			out = append(out, arg)
		} else {
			out = append(out, m.listed(arg)...)
		}
	}
	return out
}

// joinedArgs returns the errors and slices of errors that v joins.
func (m *memo) joinedArgs(v ssa.Value) []ssa.Value {
	call, ok := m.resolve(v).(*ssa.Call)
	if !ok {
		return nil
	}
	if callee := flow.Callee(call); callee == nil || !joins[flow.Name(callee)] {
		return nil
	}
	var out []ssa.Value
	for _, arg := range call.Call.Args {
		slice, ok := arg.Type().Underlying().(*types.Slice)
		if syntax.IsError(arg.Type()) || ok && syntax.IsError(slice.Elem()) {
			out = append(out, arg)
		}
	}
	return out
}

// listed returns the elements of a slice that were written one by one: of a
// literal, or the arguments of a variadic parameter.
func (m *memo) listed(slice ssa.Value) []ssa.Value {
	if s, ok := m.resolve(slice).(*ssa.Slice); ok && s.Low == nil && s.High == nil {
		if array, ok := s.X.(*ssa.Alloc); ok {
			return elementsOf(array)
		}
	}
	return nil
}

// elementsOf returns what is stored to the elements of an array.
func elementsOf(array *ssa.Alloc) []ssa.Value {
	var out []ssa.Value
	for _, ref := range *array.Referrers() {
		elem, ok := ref.(*ssa.IndexAddr)
		if !ok {
			continue
		}
		for _, r := range *elem.Referrers() {
			if store, ok := r.(*ssa.Store); ok && store.Addr == elem {
				out = append(out, store.Val)
			}
		}
	}
	return out
}

// readJoin: the comparison looks at errors that were joined.
func (r *reading) readJoin(st state, x ssa.Value, op token.Token, y *ssa.Const) {
	if r.depth >= maxReading {
		return
	}
	deeper := *r
	deeper.depth++
	joined, v := r.p.joined(x), Nil.judge(op, y)
	switch {
	case v == accepted:
		for _, err := range joined {
			deeper.read(st, Nil.cond(err))
		}
		for _, arg := range r.p.joinedArgs(x) {
			if phi, ok := r.p.resolve(arg).(*ssa.Phi); ok && !syntax.IsError(arg.Type()) {
				none := Nil.cond(ssa.NewConst(nil, arg.Type().Underlying().(*types.Slice).Elem()))
				deeper.readPhi(st, phi, none, ofElements)
			}
		}
	case v == refused && len(joined) == 1:
		deeper.read(st, NonNil.cond(joined[0]))
	}
}
