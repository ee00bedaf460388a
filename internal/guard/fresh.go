package guard

import (
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
// in, or for it, so that there is nothing to protect yet.
func (p *Package) fresh(path flow.Path) bool {
	call, result := path.Root(), 0
	switch root := path.Root().(type) {
	case *ssa.Alloc:
		return path.Fields() == nil && madeHere(root, nil)
	case *ssa.Extract:
		call, result = root.Tuple, root.Index
	}
	c, ok := call.(*ssa.Call)
	if !ok {
		return false
	}
	none := func(*ssa.Parameter) bool { return false }
	return result == 0 && isTemporary(c) ||
		path.Fields() == nil && !kept(path.Root(), nil) && p.constructs(c, result, none, maxConstructors)
}

// maxConstructors bounds how deep functions that make objects are followed.
const maxConstructors = 4

// constructs reports whether a call of a function of this package makes the
// object that it returns as the result with the given index. An object that is
// made of something that was there before may stand for that; own tells of
// which parameters of the calling function that is not so.
func (p *Package) constructs(call *ssa.Call, result int, own func(*ssa.Parameter) bool, depth int) bool {
	fn, args := p.target(call), flow.Args(call)
	if fn == nil || depth == 0 || len(args) != len(fn.Params) {
		return false
	}
	passed := func(param *ssa.Parameter) bool {
		i := slices.Index(fn.Params, param)
		return i >= 0 && p.isNew(args[i], nil, own, depth-1)
	}
	returns := false
	for _, block := range fn.Blocks {
		ret, ok := block.Instrs[len(block.Instrs)-1].(*ssa.Return)
		if !ok || block == fn.Recover {
			continue
		}
		if !p.isNew(ret.Results[result], nil, passed, depth-1) {
			return false
		}
		returns = true
	}
	return returns
}

// isNew reports whether a value that may be stored at the address in is a
// constant, or was made here of such.
func (p *Package) isNew(v, in ssa.Value, own func(*ssa.Parameter) bool, depth int) bool {
	switch v := p.resolve(v).(type) {
	case *ssa.Const, *ssa.MakeMap, *ssa.MakeSlice, *ssa.MakeChan:
		return true
	case *ssa.Parameter:
		return own(v)
	case *ssa.Alloc:
		return madeHere(v, in) && depth > 0 && p.madeOfNew(v, own, depth-1)
	case *ssa.Call:
		return !kept(v, in) && p.constructs(v, 0, own, depth)
	case *ssa.Extract:
		call, ok := v.Tuple.(*ssa.Call)
		return ok && !kept(v, in) && p.constructs(call, v.Index, own, depth)
	}
	return false
}

// madeOfNew reports whether all that the fields of a struct, or the elements of
// an array, are set to is new.
func (p *Package) madeOfNew(addr ssa.Value, own func(*ssa.Parameter) bool, depth int) bool {
	for _, ref := range *addr.Referrers() {
		switch ref := ref.(type) {
		case *ssa.Store:
			if ref.Addr == addr && !p.isNew(ref.Val, addr, own, depth) {
				return false
			}
		case *ssa.FieldAddr:
			if !p.madeOfNew(ref, own, depth) {
				return false
			}
		case *ssa.IndexAddr:
			if !p.madeOfNew(ref, own, depth) {
				return false
			}
		}
	}
	return true
}

func isTemporary(call *ssa.Call) bool {
	callee := flow.Callee(call)
	return callee != nil && temporary[flow.Name(callee)]
}

// madeHere reports whether an allocation is an object, not a variable that
// holds one from elsewhere, and nothing but calls got hold of it, unless it is
// stored at the address in.
func madeHere(alloc *ssa.Alloc, in ssa.Value) bool {
	switch alloc.Type().Underlying().(*types.Pointer).Elem().Underlying().(type) {
	case *types.Struct, *types.Array:
		return !kept(alloc, in)
	}
	return false
}

// kept reports whether a value is put where it outlives calls, other than at
// the address in.
func kept(v, in ssa.Value) bool {
	for _, ref := range *v.Referrers() {
		switch ref := ref.(type) {
		case *ssa.Store:
			if ref.Val != v || ref.Addr != in {
				return true
			}
		case *ssa.Send, *ssa.MapUpdate, *ssa.MakeClosure, *ssa.Go, *ssa.Phi:
			return true
		case *ssa.MakeInterface:
			if kept(ref, in) {
				return true
			}
		}
	}
	return false
}
