package guard

import (
	"go/constant"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/flow"
)

// elements reports whether v is an element of a collection made in this
// function, or such a collection, to which only checked objects were added.
func (p *Package) elements(v ssa.Value, kind string) bool {
	f := &filter{p, kind, make(map[ssa.Value]bool)}
	if load, ok := v.(*ssa.UnOp); ok && isBasic(v.Type()) && load.Op == token.MUL {
		if sel, ok := load.X.(*ssa.FieldAddr); ok {
			v = sel.X // the name of an element
		}
	}
	if alloc, ok := v.(*ssa.Alloc); ok {
		if c := copied(alloc); c != nil {
			v = c
		}
	}
	switch r := p.resolve(v).(type) {
	case *ssa.UnOp:
		if elem, ok := r.X.(*ssa.IndexAddr); ok {
			return f.all(elem.X)
		}
	case *ssa.Extract:
		if next, ok := r.Tuple.(*ssa.Next); ok && !next.IsString {
			return f.allOf(next.Iter.(*ssa.Range).X, r.Index)
		}
	case *ssa.IndexAddr:
		return f.all(r.X)
	}
	if _, ok := v.Type().Underlying().(*types.Slice); ok {
		return f.all(v)
	}
	return false
}

// A filter looks for the objects that are put into a collection.
type filter struct {
	p    *Package
	kind string
	seen map[ssa.Value]bool
}

// all reports whether all elements of a slice were checked.
func (f *filter) all(slice ssa.Value) bool {
	slice = f.p.resolve(slice)
	if f.seen[slice] {
		return true
	}
	f.seen[slice] = true
	if !f.allStored(slice) {
		return false
	}
	switch v := slice.(type) {
	case *ssa.Const:
		return v.Value == nil
	case *ssa.MakeSlice:
		return true // what was not assigned to is nil
	case *ssa.Phi:
		for _, edge := range v.Edges {
			if !f.all(edge) {
				return false
			}
		}
		return true
	case *ssa.Slice:
		if array, ok := v.X.(*ssa.Alloc); ok {
			return f.allStored(array)
		}
		return f.part(v)
	case *ssa.Call:
		return f.appended(v) || f.yielded(v, 0)
	case *ssa.Extract:
		call, ok := v.Tuple.(*ssa.Call)
		return ok && f.yielded(call, v.Index)
	}
	return false
}

// yielded: the slice is a result of a function that returns checked objects.
func (f *filter) yielded(call *ssa.Call, result int) bool {
	return slices.Contains(f.p.called(call).Yields, Yield{f.kind, result, true})
}

// part: the slice is empty so far, as in s[:0], or part of a slice of checked
// objects. Beyond the length of that lies what was there before.
func (f *filter) part(s *ssa.Slice) bool {
	if s.High == nil {
		return f.all(s.X)
	}
	switch high := f.p.resolve(s.High).(type) {
	case *ssa.Const:
		if high.Value != nil && constant.Sign(high.Value) == 0 {
			return true
		}
	case *ssa.Call:
		if b, ok := high.Call.Value.(*ssa.Builtin); ok && b.Name() == "cap" {
			return false
		}
	case *ssa.Phi:
		if f.filled(f.p.resolve(s.X), high) {
			return true
		}
	}
	return f.all(s.X)
}

// filled: the elements of a slice up to a count were assigned to as they were
// counted.
func (f *filter) filled(s ssa.Value, count *ssa.Phi) bool {
	counted := make(map[ssa.Value]bool)
	if s.Referrers() == nil || !f.p.grows(count, counted) || !f.allStored(s) {
		return false
	}
	assigned := false
	for _, ref := range *s.Referrers() {
		elem, ok := ref.(*ssa.IndexAddr)
		if !ok || !slices.ContainsFunc(*elem.Referrers(), func(r ssa.Instruction) bool { return stores(r, elem) }) {
			continue
		}
		if !counted[f.p.resolve(elem.Index)] {
			return false
		}
		assigned = true
	}
	return assigned
}

// filtering names the functions that return some or all of the elements of
// their first argument.
var filtering = map[string]bool{
	"slices.Clip":    true,
	"slices.Clone":   true,
	"slices.Compact": true,
	"slices.Grow":    true,
}

// appended: the slice is the result of a call, append or one that filters.
func (f *filter) appended(call *ssa.Call) bool {
	if b, ok := call.Call.Value.(*ssa.Builtin); ok {
		return b.Name() == "append" && len(call.Call.Args) == 2 && f.all(call.Call.Args[0]) && f.all(call.Call.Args[1])
	}
	callee := flow.Callee(call)
	if callee == nil {
		return false
	}
	switch name := flow.Name(callee); {
	case name == "slices.Collect":
		return f.iterated(call.Call.Args[0])
	case name != "slices.DeleteFunc":
		return filtering[name] && f.all(call.Call.Args[0])
	}
	// What is left is what the function says false of.
	for _, c := range f.p.summary(functionIn(call.Call.Args[1])).Checks {
		if c.Kind == f.kind && c.When == False && c.Obj.Equal(Object{Param: 0}) {
			return true
		}
	}
	return false
}

// iterated: what an iterator made by a function of the package yields was
// checked.
func (f *filter) iterated(seq ssa.Value) bool {
	maker, ok := f.p.resolve(seq).(*ssa.Call)
	if !ok {
		return false
	}
	iterator := f.p.returned(f.p.target(maker))
	if iterator == nil || len(iterator.Params) != 1 {
		return false
	}
	return f.p.onlyCalled(iterator.Params[0], func(call *ssa.Call) bool { return f.checked(call.Call.Args[0], call) })
}

// allStored: what is assigned to elements of a slice or array was checked.
func (f *filter) allStored(collection ssa.Value) bool {
	refs := collection.Referrers()
	if refs == nil {
		return true // a constant
	}
	for _, ref := range *refs {
		elem, ok := ref.(*ssa.IndexAddr)
		if !ok || elem.X != collection {
			continue
		}
		for _, r := range *elem.Referrers() {
			if store, ok := r.(*ssa.Store); ok && store.Addr == elem && !f.checked(store.Val, store) {
				return false
			}
		}
	}
	return true
}

// allOf: keys (1) or values (2) of a map made in this function.
func (f *filter) allOf(m ssa.Value, part int) bool {
	made, ok := f.p.resolve(m).(*ssa.MakeMap)
	if !ok {
		return false
	}
	for _, ref := range *made.Referrers() {
		switch ref := ref.(type) {
		case *ssa.MapUpdate:
			put := ref.Value
			if part == 1 {
				put = ref.Key
			}
			if ref.Map != made || !f.checked(put, ref) {
				return false
			}
		case *ssa.Lookup, *ssa.Range, *ssa.DebugRef:
		case *ssa.Call:
			if _, ok := ref.Call.Value.(*ssa.Builtin); !ok {
				return false
			}
		default:
			return false
		}
	}
	return true
}

// checked reports whether a value was checked before an instruction.
func (f *filter) checked(v ssa.Value, at ssa.Instruction) bool {
	st := f.p.before(at)
	path, ok := f.p.pathOf(v)
	return st == nil || ok && (st.holds(f.kind, path, f.p.nameDepth(v)) || f.p.fresh(path))
}
