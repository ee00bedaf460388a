package calendar

import (
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/flow"
	"github.com/leapguard/leapguard/internal/models"
)

// library is a call of a function that models describe.
func (e *moments) library(f *models.DateFunc, call *ssa.Call) (at Moment, ok bool) {
	args := flow.Args(call)
	at, ok = Moment{Day: AnyDay, Zone: Local, Now: true, Instant: true}, true
	switch {
	case f.Clock:
		at.Zone = UnknownZone
	case flow.Callee(call).Signature().Params().Len() > 0 || flow.Callee(call).Signature().Recv() != nil:
		at, ok = e.of(args[f.Of])
	}
	if given(call) {
		at.Zone, at.Place, at.Midnight = UnknownZone, "", false
	}
	switch {
	case f.In:
		at.Zone, at.Place = e.location(args[1])
		at.Midnight, at.Instant = true, false
	case f.Start != "":
		at.Midnight = true
		at = at.starting(f.Start)
	case f.End != "":
		at.Midnight = false
		at = at.ending(f.End)
	case f.Add != nil:
		days, known := e.p.Count(moveBy(call, args, f.Add).Days)
		at = at.moved(int64(days), known)
	}
	return at, ok
}

// given reports whether a call passes something for a variadic parameter: the
// names of locations are.
func given(call *ssa.Call) bool {
	if !flow.Callee(call).Signature().Variadic() {
		return false
	}
	args := flow.Args(call)
	c, ok := args[len(args)-1].(*ssa.Const)
	return !ok || !c.IsNil()
}

// starting is the first midnight of the span that a date lies in.
func (a Moment) starting(span string) Moment {
	switch span {
	case "day":
	case "week":
		a.Day, a.Number = AnyDay, 0
	default:
		a.Day, a.Number = FirstDay, 1
	}
	return a
}

// ending is the last moment of the day or month that a date lies in.
func (a Moment) ending(span string) Moment {
	if span == "month" {
		a.Day, a.Number = AnyDay, 0
	}
	return a
}

// field is a field of a struct, or of what a pointer points to: that of a time
// which is embedded is the time of the struct.
func (e *moments) field(x ssa.Value, i int) (at Moment, ok bool) {
	f := fieldOf(x.Type(), i)
	if f == nil || !isTime(f.Type()) {
		return Moment{}, true
	}
	named := namedStruct(x.Type())
	if ok = true; isEmbeddedTime(x, i) && (named == nil || !suggestsAnchor(named.Name())) {
		at, ok = e.of(x)
	}
	if named != nil && named.Pkg() != nil && models.HasDates(named.Pkg().Path()) {
		at.Instant = at.Instant || models.Timestamp(named.Pkg().Path()+"."+named.Name()+"."+f.Name())
	}
	return at, ok
}

// isEmbeddedTime reports whether a field of a struct, or of what a pointer
// points to, is an embedded time.Time.
func isEmbeddedTime(x ssa.Value, i int) bool {
	f := fieldOf(x.Type(), i)
	return f != nil && f.Embedded() && isTime(f.Type())
}

// namedStruct returns the name of a type or of what it points to, or nil.
func namedStruct(t types.Type) *types.TypeName {
	if ptr, ok := t.Underlying().(*types.Pointer); ok {
		t = ptr.Elem()
	}
	if named, ok := types.Unalias(t).(*types.Named); ok {
		return named.Obj()
	}
	return nil
}

// onlyStore returns what a variable holds if there is only one store to it.
func onlyStore(alloc *ssa.Alloc) ssa.Value {
	var value ssa.Value
	for _, ref := range *alloc.Referrers() {
		if store, ok := ref.(*ssa.Store); ok {
			if value != nil {
				return nil
			}
			value = store.Val
		}
	}
	return value
}

// changes reports whether the date that v points to may be another one than
// that which v is the result of, or which is stored in the variable that v is
// the address of. It may be changed by a store to a field, by a method that
// yields neither number, text nor truth value and that models do not describe,
// and, if v is the address of a variable, by all that it is passed to. Some
// versions of libraries return the pointer that they are called on, once they
// have moved the date there, so that there may be only one such call.
func (p *Program) changes(v ssa.Value) bool {
	if v.Referrers() == nil {
		return false
	}
	_, variable := v.(*ssa.Alloc)
	moved := 0
	for _, ref := range *v.Referrers() {
		switch ref := ref.(type) {
		case *ssa.UnOp, *ssa.Phi, *ssa.Return, *ssa.DebugRef, *ssa.BinOp:
		case *ssa.Store:
			if ref.Addr != v {
				return true
			}
		case *ssa.FieldAddr:
			if !onlyLoaded(ref) {
				return true
			}
		case *ssa.MakeInterface:
			if variable {
				return true
			}
		case *ssa.Call:
			if types.Identical(ref.Type(), v.Type()) {
				moved++
			}
			if moved > 1 || !p.readsOnly(ref, v, variable) {
				return true
			}
		default:
			return true
		}
	}
	return false
}

// onlyLoaded reports whether an address is used to read only.
func onlyLoaded(addr *ssa.FieldAddr) bool {
	for _, ref := range *addr.Referrers() {
		switch ref.(type) {
		case *ssa.UnOp, *ssa.DebugRef:
		default:
			return false
		}
	}
	return true
}

// readsOnly reports whether a call is taken to leave the date alone that v
// points to.
func (p *Program) readsOnly(call *ssa.Call, v ssa.Value, variable bool) bool {
	callee, args := flow.Callee(call), flow.Args(call)
	if callee == nil {
		return !variable
	}
	if p.library(callee) != nil {
		return true
	}
	if callee.Signature().Recv() == nil || args[0] != v {
		return !variable
	}
	out := count(callee.Signature().Results())
	return out.numbers+out.texts+out.truths > 0
}
