package guard

import (
	"go/token"
	"regexp"

	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/flow"
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
		return global && v.Op == token.MUL && isError(v.Type())
	case *ssa.Call:
		callee := flow.Callee(v)
		return callee != nil && isError(v.Type()) && makesError.MatchString(callee.Name())
	}
	return false
}
