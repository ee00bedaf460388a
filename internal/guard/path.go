package guard

import (
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/flow"
)

// maxAliases bounds the chain of copies that a path is followed through.
const maxAliases = 8

// canonical returns the path that the object of a path is known by.
func canonical(path flow.Path) flow.Path {
	for range maxAliases {
		next, ok := original(path)
		if !ok {
			break
		}
		path = next
	}
	return path
}

// original returns the path that the root of a path stands for.
func original(path flow.Path) (flow.Path, bool) {
	fields := path.Fields()
	if slices.ContainsFunc(fields, func(f string) bool { return isElement(f) && f != eachElement }) {
		return path, false
	}
	var base flow.Path
	ok := false
	switch root := path.Root().(type) {
	case *ssa.Alloc:
		if v := copied(root); v != nil {
			base, ok = flow.PathOf(v)
		} else if len(fields) > 0 {
			if v := assigned(root, fields[0]); v != nil {
				base, ok = flow.PathOf(v)
				fields = fields[1:]
			}
		}
	case *ssa.Call:
		base, ok = gotten(root)
	}
	for _, f := range fields {
		base = base.Field(f)
	}
	return base, ok
}

// copied returns the struct that a local variable is a copy of, if it is never
// changed, else nil.
func copied(alloc *ssa.Alloc) ssa.Value {
	store, ok := onlyStore(alloc).(*ssa.Store)
	if !ok {
		return nil
	}
	if load, ok := store.Val.(*ssa.UnOp); ok && load.Op == token.MUL {
		if _, ok := load.Type().Underlying().(*types.Struct); ok {
			return load
		}
	}
	return nil
}

// onlyStore returns the one store to a variable, nil if there are several or
// if a part of it is stored to.
func onlyStore(alloc *ssa.Alloc) ssa.Instruction {
	var only ssa.Instruction
	for _, ref := range *alloc.Referrers() {
		switch ref := ref.(type) {
		case *ssa.Store:
			if ref.Addr != alloc {
				continue
			}
			if only != nil {
				return nil
			}
			only = ref
		case *ssa.FieldAddr:
			if slices.ContainsFunc(*ref.Referrers(), func(r ssa.Instruction) bool { return stores(r, ref) }) {
				return nil
			}
		}
	}
	return only
}

func stores(instr ssa.Instruction, addr ssa.Value) bool {
	store, ok := instr.(*ssa.Store)
	return ok && store.Addr == addr
}

// assigned returns what a field of a struct made here is set to, if that
// happens once, else nil.
func assigned(alloc *ssa.Alloc, field string) ssa.Value {
	var only *ssa.Store
	for _, ref := range *alloc.Referrers() {
		addr, ok := ref.(*ssa.FieldAddr)
		if !ok || fieldOf(addr).Name() != field {
			continue
		}
		for _, r := range *addr.Referrers() {
			if !stores(r, addr) {
				continue
			}
			if only != nil {
				return nil
			}
			only = r.(*ssa.Store)
		}
	}
	if only == nil {
		return nil
	}
	return only.Val
}

// gotten returns the path that the result of a method without arguments stands
// for: the field that a getter of this package returns, or, for names and
// numbers, a part of the receiver. A name in another spelling is that name.
func gotten(call *ssa.Call) (flow.Path, bool) {
	switch {
	case respelled(call):
		return flow.PathOf(flow.Args(call)[0])
	case !isGetter(call):
		return flow.Path{}, false
	}
	base, ok := flow.PathOf(flow.Args(call)[0])
	if !ok {
		return flow.Path{}, false
	}
	return base.Field(flow.Callee(call).Name() + "()"), isBasic(call.Type())
}

// fieldOf returns the field that an instruction selects.
func fieldOf(v ssa.Value) *types.Var {
	switch v := v.(type) {
	case *ssa.FieldAddr:
		return structOf(v.X.Type()).Field(v.Field)
	case *ssa.Field:
		return structOf(v.X.Type()).Field(v.Field)
	}
	return nil
}

// structOf returns the struct type of a struct or of a pointer to one. SSA
// selects fields of these only.
func structOf(t types.Type) *types.Struct {
	if p, ok := t.Underlying().(*types.Pointer); ok {
		t = p.Elem()
	}
	s, _ := t.Underlying().(*types.Struct)
	return s
}
