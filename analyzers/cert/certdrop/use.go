package certdrop

import (
	"go/token"
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/flow"
	"github.com/leapguard/leapguard/internal/syntax"
)

// misused returns the first instruction that goes wrong if a result is nil or
// empty; nil if there is none, or if the code tests the result somewhere.
func (c *check) misused(v ssa.Value) ssa.Instruction {
	t := &trace{of: v, seen: make(map[ssa.Value]bool)}
	t.follow(v, true)
	if t.tested {
		return nil
	}
	return t.use
}

// A trace follows the result of one call.
type trace struct {
	of     ssa.Value
	seen   map[ssa.Value]bool
	tested bool
	use    ssa.Instruction
}

// follow looks at what refers to x: surely the result, or perhaps.
func (t *trace) follow(x ssa.Value, sure bool) {
	if t.seen[x] || x.Referrers() == nil {
		return
	}
	t.seen[x] = true
	for _, ref := range *x.Referrers() {
		switch ref := ref.(type) {
		case *ssa.DebugRef:
		case *ssa.Store:
			if ref.Val == x {
				t.stored(ref, sure)
			}
		case *ssa.Phi:
			t.follow(ref, false)
		case *ssa.ChangeType, *ssa.ChangeInterface, *ssa.MakeInterface, *ssa.Convert, *ssa.Slice:
			t.follow(ref.(ssa.Value), sure)
		case *ssa.BinOp:
			t.tested = t.tested || isNil(ref.X) || isNil(ref.Y)
		case *ssa.TypeAssert:
			t.tested = t.tested || ref.CommaOk
			t.note(ref, sure && !ref.CommaOk)
		case *ssa.Range:
			t.tested = true
		case ssa.CallInstruction:
			t.called(ref, x, sure)
		case *ssa.FieldAddr:
			t.field(ref, ref.X.Type(), ref.Field)
			t.note(ref, sure)
		case *ssa.Field:
			t.field(ref, ref.X.Type(), ref.Field)
			t.note(ref, sure)
		case *ssa.UnOp:
			t.note(ref, sure && ref.Op == token.MUL)
		case *ssa.IndexAddr:
			t.note(ref, sure && ref.X == x)
		case *ssa.Return:
			t.note(ref, sure && holdsAll(x.Type()))
		}
	}
}

// note records a use that goes wrong.
func (t *trace) note(use ssa.Instruction, wrong bool) {
	if wrong && (t.use == nil || use.Pos() < t.use.Pos()) {
		t.use = use
	}
}

// stored follows what is stored: to a variable, to where it is loaded from.
func (t *trace) stored(st *ssa.Store, sure bool) {
	switch addr := st.Addr.(type) {
	case *ssa.Alloc:
		t.variable(addr, st, sure)
	case *ssa.FieldAddr:
		name, owner := fieldName(addr.X.Type(), addr.Field)
		switch {
		case name == "PrivateKey" && owner == "crypto/tls.Certificate":
			t.note(st, sure)
		default:
			t.note(st, sure && holdsAll(st.Val.Type()))
		}
	case *ssa.IndexAddr:
		t.note(st, sure && holdsAll(st.Val.Type()))
	}
}

// variable follows the loads of a variable, in closures too.
func (t *trace) variable(addr ssa.Value, st *ssa.Store, sure bool) {
	if t.seen[addr] {
		return
	}
	t.seen[addr] = true
	for _, ref := range *addr.Referrers() {
		switch ref := ref.(type) {
		case *ssa.UnOp:
			t.follow(ref, sure && (flow.Resolve(ref) == t.of || holdsAll(ref.Type())))
		case *ssa.FieldAddr:
			t.field(ref, ref.X.Type(), ref.Field)
			t.note(ref, sure && holdsAll(st.Val.Type()))
		case *ssa.MakeClosure:
			for i, b := range ref.Bindings {
				if b == addr {
					t.variable(ref.Fn.(*ssa.Function).FreeVars[i], st, sure)
				}
			}
		case *ssa.Store:
			t.note(ref, sure && ref.Val == addr && holdsAll(st.Val.Type()))
		case *ssa.Return:
			t.note(ref, sure && holdsAll(st.Val.Type()))
		}
	}
}

// field looks whether a field of the result is tested, as in
// len(pair.Certificate) == 0.
func (t *trace) field(part ssa.Value, base types.Type, i int) {
	if name, owner := fieldName(base, i); owner != "crypto/tls.Certificate" || name != "Certificate" && name != "PrivateKey" {
		return
	}
	inner := &trace{of: part, seen: t.seen}
	inner.follow(part, false)
	t.tested = t.tested || inner.tested
	if load, ok := only(part).(*ssa.UnOp); ok {
		inner.follow(load, false)
		t.tested = t.tested || inner.tested
	}
}

// only returns the instruction that refers to a value if it is the only one.
func only(v ssa.Value) ssa.Instruction {
	if refs := v.Referrers(); refs != nil && len(*refs) == 1 {
		return (*refs)[0]
	}
	return nil
}

// called looks at a call that is given the result.
func (t *trace) called(call ssa.CallInstruction, x ssa.Value, sure bool) {
	if b, ok := call.Common().Value.(*ssa.Builtin); ok {
		t.tested = t.tested || b.Name() == "len" || b.Name() == "cap"
		t.note(call, sure && holdsAll(x.Type()) && b.Name() == "append")
		return
	}
	fn := flow.Callee(call)
	if fn == nil || fn.Pkg() == nil {
		t.note(call, sure && holdsAll(x.Type()))
		return
	}
	if strings.Contains(fn.Name(), "Nil") || strings.Contains(fn.Name(), "Empty") {
		t.tested = true
	}
	path := fn.Pkg().Path()
	t.note(call, sure && (holdsAll(x.Type()) || strings.HasPrefix(path, "crypto/") || path == "encoding/pem"))
}

// holdsAll reports whether a value of the type is empty rather than nil where
// the call fails, so that every use of it is wrong: an encoding or a pair.
func holdsAll(t types.Type) bool {
	if s, ok := t.Underlying().(*types.Slice); ok {
		b, ok := s.Elem().Underlying().(*types.Basic)
		return ok && b.Kind() == types.Byte
	}
	return syntax.IsNamed(t, "crypto/tls", "Certificate")
}

func isNil(v ssa.Value) bool {
	k, ok := v.(*ssa.Const)
	return ok && k.IsNil()
}

// fieldName returns the name of a field and its struct, or what base points to.
func fieldName(base types.Type, i int) (name, owner string) {
	t := base.Underlying()
	if ptr, ok := t.(*types.Pointer); ok {
		base = ptr.Elem()
		t = base.Underlying()
	}
	s, ok := t.(*types.Struct)
	if !ok {
		return "", ""
	}
	if named, ok := types.Unalias(base).(*types.Named); ok && named.Obj().Pkg() != nil {
		owner = named.Obj().Pkg().Path() + "." + named.Obj().Name()
	}
	return s.Field(i).Name(), owner
}
