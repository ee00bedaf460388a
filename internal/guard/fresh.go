package guard

import (
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/flow"
)

// temporary names the functions whose result nobody else knows yet.
var temporary = map[string]bool{
	"os.MkdirTemp":               true,
	"os.CreateTemp":              true,
	"io/ioutil.TempDir":          true,
	"io/ioutil.TempFile":         true,
	"(*testing.common).TempDir":  true,
	"(testing.TB).TempDir":       true,
	"(*testing.common).Artifact": true,
}

// fresh reports whether an object was made in the function that a path begins
// in, so that there is nothing to protect yet.
func fresh(path flow.Path) bool {
	switch root := path.Root().(type) {
	case *ssa.Alloc:
		return path.Fields() == nil && madeHere(root)
	case *ssa.Call:
		return isTemporary(root)
	case *ssa.Extract:
		call, ok := root.Tuple.(*ssa.Call)
		return ok && root.Index == 0 && isTemporary(call)
	}
	return false
}

func isTemporary(call *ssa.Call) bool {
	callee := flow.Callee(call)
	return callee != nil && temporary[flow.Name(callee)]
}

// madeHere reports whether an allocation is an object, not a variable that
// holds one from elsewhere, and nothing but calls got hold of it.
func madeHere(alloc *ssa.Alloc) bool {
	switch alloc.Type().Underlying().(*types.Pointer).Elem().Underlying().(type) {
	case *types.Struct, *types.Array:
	default:
		return false
	}
	for _, ref := range *alloc.Referrers() {
		switch ref := ref.(type) {
		case *ssa.Store, *ssa.Send, *ssa.MapUpdate, *ssa.MakeClosure, *ssa.Go, *ssa.Phi:
			return false
		case *ssa.MakeInterface:
			if kept(ref) {
				return false
			}
		}
	}
	return true
}

// kept reports whether a value is put where it outlives calls.
func kept(v ssa.Value) bool {
	for _, ref := range *v.Referrers() {
		switch ref.(type) {
		case *ssa.Store, *ssa.Send, *ssa.MapUpdate, *ssa.MakeClosure, *ssa.Go, *ssa.Phi:
			return true
		}
	}
	return false
}

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
	switch v := slice.(type) {
	case *ssa.Const:
		return v.Value == nil
	case *ssa.MakeSlice:
		return !f.assigned(v)
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
		return f.all(v.X)
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

// assigned reports whether elements of a slice are assigned to, instead of
// appended.
func (f *filter) assigned(slice ssa.Value) bool {
	for _, ref := range *slice.Referrers() {
		if _, ok := ref.(*ssa.IndexAddr); ok {
			return true
		}
	}
	return false
}

// appended: the slice is the result of a call, append or one that filters.
func (f *filter) appended(call *ssa.Call) bool {
	if b, ok := call.Call.Value.(*ssa.Builtin); ok {
		return b.Name() == "append" && len(call.Call.Args) == 2 && f.all(call.Call.Args[0]) && f.all(call.Call.Args[1])
	}
	callee := flow.Callee(call)
	if callee == nil || flow.Name(callee) != "slices.DeleteFunc" {
		return false
	}
	// What is left is what the function says false of.
	for _, c := range f.p.summary(functionIn(call.Call.Args[1])).Checks {
		if c.Kind == f.kind && c.When == False && c.Obj.Equal(Object{Param: 0}) {
			return true
		}
	}
	return false
}

// allStored: the array holds the elements of a literal or variadic argument.
func (f *filter) allStored(array *ssa.Alloc) bool {
	for _, ref := range *array.Referrers() {
		elem, ok := ref.(*ssa.IndexAddr)
		if !ok {
			continue
		}
		for _, r := range *elem.Referrers() {
			if store, ok := r.(*ssa.Store); ok && !f.checked(store.Val, store) {
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
	return st == nil || ok && (st.holds(f.kind, path, isBasic(v.Type())) || fresh(path))
}
