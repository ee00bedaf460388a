package flow

import (
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"
)

// loaded returns the value that a load yields, if one store is known to be the
// last one before it on every path, else nil. A variable that was not stored
// to since it was allocated yields its zero value.
func loaded(load *ssa.UnOp) ssa.Value {
	root := variableOf(load.X)
	if root == nil && !isFieldAddr(load.X) {
		return nil
	}
	s := &search{addr: load.X, seen: make(map[*ssa.BasicBlock]bool), budget: maxSearch}
	if root != nil {
		s.uses = usesOf(root)
	}
	block := load.Block()
	if len(block.Instrs) > maxBlock || !s.backward(block, indexOf(block, load)) {
		return nil
	}
	if s.entry {
		// What a closure finds at its entry is what the variable held when
		// the closure was made, if nothing ever stores to it later.
		if s.value != nil {
			return nil
		}
		return captured(load.X, s.uses)
	}
	return s.value
}

func isFieldAddr(v ssa.Value) bool { _, ok := v.(*ssa.FieldAddr); return ok }

// variableOf returns the local variable that an address points to or into; nil
// if it points elsewhere.
func variableOf(addr ssa.Value) *ssa.Alloc {
	for range maxChain {
		switch a := addr.(type) {
		case *ssa.Alloc:
			return a
		case *ssa.FreeVar:
			addr = binding(a)
		case *ssa.FieldAddr:
			addr = a.X
		default:
			return nil
		}
	}
	return nil
}

// uses summarises who stores to a local variable.
type uses struct {
	stores  []*ssa.Store // to all of it, in all functions
	partial bool         // there are stores to parts of it
	// shared says that calls may store to it: its address escapes, or a
	// closure that stores to it is not just deferred.
	shared bool
	// deferred says that a deferred closure stores to it.
	deferred bool
}

func usesOf(alloc *ssa.Alloc) *uses {
	u := new(uses)
	u.visit(alloc, true, false)
	return u
}

// visit collects the uses of an address: that of the whole variable or of a
// part of it, seen from the function that declares it or from a closure.
func (u *uses) visit(addr ssa.Value, whole, deferred bool) {
	if len(*addr.Referrers()) > maxUses {
		u.shared, u.deferred, u.partial = true, true, true
		return
	}
	for _, ref := range *addr.Referrers() {
		switch ref := ref.(type) {
		case *ssa.Store:
			if ref.Val == addr {
				u.shared = true
				continue
			}
			if whole {
				u.stores = append(u.stores, ref)
			}
			u.partial = u.partial || !whole
			if _, ok := variableRoot(addr).(*ssa.FreeVar); ok {
				u.deferred = true
				u.shared = u.shared || !deferred
			}
		case *ssa.UnOp, *ssa.BinOp, *ssa.Return, *ssa.DebugRef:
		case *ssa.FieldAddr:
			u.visit(ref, false, deferred)
		case *ssa.IndexAddr:
			u.visit(ref, false, deferred)
		case *ssa.MakeClosure:
			for i, b := range ref.Bindings {
				if b == addr {
					u.visit(ref.Fn.(*ssa.Function).FreeVars[i], whole, deferred || onlyDeferred(ref))
				}
			}
		default:
			u.shared = true
		}
	}
}

// variableRoot strips the selection of fields and elements from an address.
func variableRoot(addr ssa.Value) ssa.Value {
	for {
		switch a := addr.(type) {
		case *ssa.FieldAddr:
			addr = a.X
		case *ssa.IndexAddr:
			addr = a.X
		default:
			return addr
		}
	}
}

// onlyDeferred reports whether a closure is used by defer statements only.
func onlyDeferred(closure *ssa.MakeClosure) bool {
	for _, ref := range *closure.Referrers() {
		if d, ok := ref.(*ssa.Defer); !ok || d.Call.Value != closure {
			return false
		}
	}
	return true
}

// A search looks backward from a load for the stores that it can see.
type search struct {
	addr  ssa.Value
	uses  *uses // of the variable; nil if the address is not in a local variable
	value ssa.Value
	entry bool // some path begins at the function's entry, without a store
	seen  map[*ssa.BasicBlock]bool
	// budget is how many instructions may be searched.
	budget int
}

// Generated tables make blocks of 100,000 instructions; the limits keep the
// cost of a load constant. The nearest store is mostly some lines above.
const (
	maxBlock  = 20000
	maxSearch = 2000
	maxUses   = 1000
)

// backward searches block from before instruction i. It reports false if the
// value is unknown.
func (s *search) backward(block *ssa.BasicBlock, i int) bool {
	for i--; i >= 0; i-- {
		if s.budget--; s.budget < 0 {
			return false
		}
		switch instr := block.Instrs[i].(type) {
		case *ssa.Store:
			if sameAddress(instr.Addr, s.addr) {
				return s.found(instr.Val)
			}
			if s.mayStore(instr.Addr) {
				return false
			}
		case *ssa.Alloc:
			if instr == variableRoot(s.addr) {
				return s.zero()
			}
		case *ssa.Call, *ssa.Go, *ssa.Send, *ssa.Select:
			if s.uses == nil || s.uses.shared {
				return false
			}
		case *ssa.UnOp:
			if instr.Op == token.ARROW && (s.uses == nil || s.uses.shared) {
				return false
			}
		case *ssa.RunDefers:
			if s.uses == nil || s.uses.shared || s.uses.deferred {
				return false
			}
		}
	}
	if len(block.Preds) == 0 {
		s.entry = true
		return block.Index == 0
	}
	for _, pred := range block.Preds {
		if !s.seen[pred] {
			s.seen[pred] = true
			if !s.backward(pred, len(pred.Instrs)) {
				return false
			}
		}
	}
	return true
}

func (s *search) found(v ssa.Value) bool {
	if s.value == nil {
		s.value = v
	}
	return s.value == v
}

// zero notes that the variable still has its zero value.
func (s *search) zero() bool {
	t := s.addr.Type().Underlying().(*types.Pointer).Elem()
	switch t.Underlying().(type) {
	case *types.Struct, *types.Array, *types.TypeParam:
		return false
	}
	return s.value == nil && s.found(ssa.NewConst(nil, t))
}

// mayStore reports whether a store to addr, which is not the address looked
// for, may change what is there nevertheless.
func (s *search) mayStore(addr ssa.Value) bool {
	if variableRoot(addr) == variableRoot(s.addr) {
		return overlap(addr, s.addr)
	}
	if s.uses != nil && !s.uses.shared {
		return false
	}
	a, ok := addr.(*ssa.FieldAddr)
	b, ok2 := s.addr.(*ssa.FieldAddr)
	if ok && ok2 && a.Field != b.Field && types.Identical(a.X.Type(), b.X.Type()) {
		return false // different fields of one struct type
	}
	return variableOf(addr) == nil || s.uses == nil
}

// overlap reports whether two addresses below the same root may overlap: one
// lies within the other, or which elements they mean is unknown.
func overlap(a, b ssa.Value) bool {
	pa, pb := selectors(a), selectors(b)
	for i := 0; i < len(pa) && i < len(pb); i++ {
		if pa[i] != pb[i] && pa[i] >= 0 && pb[i] >= 0 {
			return false
		}
	}
	return true
}

// selectors returns the field indexes of an address below its root, -1 for an
// element of an array or slice.
func selectors(addr ssa.Value) []int {
	switch a := addr.(type) {
	case *ssa.FieldAddr:
		return append(selectors(a.X), a.Field)
	case *ssa.IndexAddr:
		return append(selectors(a.X), -1)
	}
	return nil
}

// sameAddress reports whether two addresses are surely equal.
func sameAddress(a, b ssa.Value) bool {
	if a == b {
		return true
	}
	fa, ok := a.(*ssa.FieldAddr)
	fb, ok2 := b.(*ssa.FieldAddr)
	return ok && ok2 && fa.Field == fb.Field && sameAddress(fa.X, fb.X)
}

// captured returns the value that a closure finds in a variable declared
// around it, if the only store ever comes before the closure is made.
func captured(addr ssa.Value, u *uses) ssa.Value {
	fv, ok := addr.(*ssa.FreeVar)
	if !ok || u == nil || u.shared || u.deferred || u.partial || len(u.stores) != 1 {
		return nil
	}
	store := u.stores[0]
	closure := closureOf(fv.Parent())
	for closure != nil && closure.Parent() != store.Parent() {
		closure = closureOf(closure.Parent())
	}
	if closure == nil || !Precedes(store, closure) {
		return nil
	}
	return store.Val
}

// Precedes reports whether control comes to instruction b only by way of a, which stands
// in the same function.
func Precedes(a, b ssa.Instruction) bool {
	if a.Block() != b.Block() {
		return a.Block().Dominates(b.Block())
	}
	return indexOf(a.Block(), a) < indexOf(b.Block(), b)
}

func indexOf(block *ssa.BasicBlock, instr ssa.Instruction) int {
	for i, x := range block.Instrs {
		if x == instr {
			return i
		}
	}
	return -1
}
