package flow

import (
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"
)

// IsGiven reports whether a value is a parameter or a field: others say what it
// is.
func IsGiven(v ssa.Value) bool {
	switch v := Resolve(v).(type) {
	case *ssa.Parameter, *ssa.Field:
		return true
	case *ssa.UnOp:
		_, field := v.X.(*ssa.FieldAddr)
		return v.Op == token.MUL && field
	}
	return false
}

// Resolve returns the value that v stands for: it strips conversions that keep
// the value (ChangeType, MakeInterface, ChangeInterface, string <-> []byte,
// and Convert between types of the same basic kind), replaces the load of a
// variable by the value that the variable is known to hold there, a free
// variable by what its closure binds, and a phi of one value by that value.
func Resolve(v ssa.Value) ssa.Value {
	for range maxChain {
		next := resolveStep(v)
		if next == nil {
			return v
		}
		v = next
	}
	return v
}

// maxChain bounds the length of chains of values that are followed. Chains are
// finite, except where unreachable blocks define values in terms of each other.
const maxChain = 1000

// resolveStep returns the value behind v, or nil if there is none.
func resolveStep(v ssa.Value) ssa.Value {
	switch v := v.(type) {
	case *ssa.ChangeType:
		return v.X
	case *ssa.MakeInterface:
		return v.X
	case *ssa.ChangeInterface:
		return v.X
	case *ssa.Convert:
		if keepsValue(v.X.Type(), v.Type()) {
			return v.X
		}
	case *ssa.UnOp:
		if v.Op == token.MUL {
			return loaded(v)
		}
	case *ssa.FreeVar:
		return binding(v)
	case *ssa.Phi:
		return onlyEdge(v)
	}
	return nil
}

// keepsValue reports whether a conversion between two types changes nothing
// but the type.
func keepsValue(from, to types.Type) bool {
	from, to = from.Underlying(), to.Underlying()
	if isByteSlice(from) && isString(to) || isString(from) && isByteSlice(to) {
		return true
	}
	a, ok := from.(*types.Basic)
	b, ok2 := to.(*types.Basic)
	return ok && ok2 && a.Kind() == b.Kind()
}

func isString(t types.Type) bool {
	b, ok := t.(*types.Basic)
	return ok && b.Info()&types.IsString != 0
}

func isByteSlice(t types.Type) bool {
	s, ok := t.(*types.Slice)
	if !ok {
		return false
	}
	b, ok := s.Elem().Underlying().(*types.Basic)
	return ok && b.Kind() == types.Byte
}

// binding returns the value that a closure binds to a free variable if there
// is one place only that makes the closure, else nil.
func binding(fv *ssa.FreeVar) ssa.Value {
	closure := closureOf(fv.Parent())
	if closure == nil {
		return nil
	}
	for i, v := range fv.Parent().FreeVars {
		if v == fv {
			return closure.Bindings[i]
		}
	}
	return nil
}

// closureOf returns the instruction that makes a closure of a function
// literal; nil where there is none, as for a literal without free variables.
func closureOf(fn *ssa.Function) *ssa.MakeClosure {
	refs := fn.Referrers()
	if refs == nil {
		return nil
	}
	var closure *ssa.MakeClosure
	for _, ref := range *refs {
		if mk, ok := ref.(*ssa.MakeClosure); ok {
			if closure != nil {
				return nil
			}
			closure = mk
		}
	}
	return closure
}

// onlyEdge returns the value that all edges of a phi carry, or nil.
func onlyEdge(phi *ssa.Phi) ssa.Value {
	var only ssa.Value
	for _, edge := range phi.Edges {
		if edge == phi || edge == only {
			continue
		}
		if only != nil {
			return nil
		}
		only = edge
	}
	return only
}
