package pki

import (
	"go/constant"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/flow"
)

// carriers lists the structs whose holders are given the keys and certificates
// in some of their fields. Trust roots are no identity.
var carriers = map[string][]string{
	"crypto/tls.Config":      {"Certificates"},
	"crypto/tls.Certificate": {"Certificate", "PrivateKey"},
	"crypto/tls.Dialer":      {"Config"},
	"net/http.Server":        {"TLSConfig"},
	"net/http.Transport":     {"TLSClientConfig"},
	"encoding/pem.Block":     {"Bytes"},
}

// carried returns the indexes of the fields whose content a struct carries.
func carried(t types.Type) []int {
	named := namedOf(t)
	if named == nil || named.Obj().Pkg() == nil {
		return nil
	}
	s, ok := named.Underlying().(*types.Struct)
	names := carriers[named.Obj().Pkg().Path()+"."+named.Obj().Name()]
	if !ok || names == nil {
		return nil
	}
	var out []int
	for i := range s.NumFields() {
		for _, name := range names {
			if s.Field(i).Name() == name {
				out = append(out, i)
			}
		}
	}
	return out
}

func carries(t types.Type, field int) bool {
	return slices.Contains(carried(t), field)
}

// namedOf returns the named type of t or of what t points to.
func namedOf(t types.Type) *types.Named {
	if ptr, ok := t.Underlying().(*types.Pointer); ok {
		t = ptr.Elem()
	}
	named, _ := types.Unalias(t).(*types.Named)
	return named
}

// fieldAt returns field i of x, a struct or a pointer to one, and the type that
// has the field.
func fieldAt(x ssa.Value, i int) (*types.Var, types.Type) {
	t := x.Type()
	if ptr, ok := t.Underlying().(*types.Pointer); ok {
		t = ptr.Elem()
	}
	s, ok := t.Underlying().(*types.Struct)
	if !ok {
		return nil, nil
	}
	return s.Field(i).Origin(), t
}

// wholeStores returns what is stored to all of a variable.
func wholeStores(addr ssa.Value) []ssa.Value {
	var out []ssa.Value
	for _, ref := range *addr.Referrers() {
		if st, ok := ref.(*ssa.Store); ok && st.Addr == addr {
			out = append(out, st.Val)
		}
	}
	return out
}

// fieldStores returns what is stored to a field of a variable where it is
// declared.
func fieldStores(addr ssa.Value, field int) []ssa.Value {
	var out []ssa.Value
	for _, ref := range *addr.Referrers() {
		if fa, ok := ref.(*ssa.FieldAddr); ok && fa.Field == field {
			out = append(out, wholeStores(fa)...)
		}
	}
	return out
}

// origins returns the objects that a value can be: what is behind phis, loads
// of package variables and copies.
func (x *index) origins(v ssa.Value) []ssa.Value {
	var out []ssa.Value
	seen := make(map[ssa.Value]bool)
	var visit func(v ssa.Value)
	visit = func(v ssa.Value) {
		v = flow.Resolve(v)
		if seen[v] {
			return
		}
		seen[v] = true
		switch v := v.(type) {
		case *ssa.Phi:
			for _, edge := range v.Edges {
				visit(edge)
			}
		case *ssa.Slice:
			visit(v.X)
		case *ssa.UnOp:
			if v.Op == token.MUL {
				visit(v.X)
			}
		case *ssa.Global:
			out = append(out, v)
			for _, val := range x.globals[v] {
				visit(val)
			}
		case *ssa.Alloc:
			out = append(out, v)
			for _, val := range wholeStores(v) {
				visit(val)
			}
		default:
			out = append(out, v)
		}
	}
	visit(v)
	return out
}

// fieldStores returns what is stored to the named field of an object.
func (x *index) fieldStores(object ssa.Value, name string) []ssa.Value {
	ptr, ok := object.Type().Underlying().(*types.Pointer)
	if !ok {
		return nil
	}
	s, ok := ptr.Elem().Underlying().(*types.Struct)
	if !ok {
		return nil
	}
	for i := range s.NumFields() {
		if s.Field(i).Name() == name {
			return x.owned[ownedField{object, i}]
		}
	}
	return nil
}

// An elementStore puts a value into a slice or array.
type elementStore struct{ index, value ssa.Value }

// elementStores returns what is stored to the elements of a slice or array
// where it is made.
func elementStores(container ssa.Value) []elementStore {
	refs := container.Referrers()
	if refs == nil {
		return nil
	}
	var out []elementStore
	for _, ref := range *refs {
		if ia, ok := ref.(*ssa.IndexAddr); ok && ia.X == container {
			for _, v := range wholeStores(ia) {
				out = append(out, elementStore{ia.Index, v})
			}
			out = append(out, structStores(ia)...)
		}
	}
	return out
}

// structStores returns what is stored to the carried fields of a struct that is
// an element of a slice or array.
func structStores(elem *ssa.IndexAddr) []elementStore {
	var out []elementStore
	for _, field := range carried(elem.Type()) {
		for _, v := range fieldStores(elem, field) {
			out = append(out, elementStore{elem.Index, v})
		}
	}
	return out
}

// mapUpdates returns the assignments to elements of a map.
func mapUpdates(m ssa.Value) []*ssa.MapUpdate {
	refs := m.Referrers()
	if refs == nil {
		return nil
	}
	var out []*ssa.MapUpdate
	for _, ref := range *refs {
		if u, ok := ref.(*ssa.MapUpdate); ok && u.Map == m {
			out = append(out, u)
		}
	}
	return out
}

// byteArray returns the bytes of an array whose elements are all constant.
func byteArray(a *ssa.Alloc, elem types.Type) ([]byte, bool) {
	array, ok := elem.Underlying().(*types.Array)
	if !ok || array.Len() < minText || array.Len() > maxFile {
		return nil, false
	}
	if b, ok := array.Elem().Underlying().(*types.Basic); !ok || b.Kind() != types.Byte {
		return nil, false
	}
	text := make([]byte, array.Len())
	stores := elementStores(a)
	for _, st := range stores {
		i, ok1 := intConst(st.index)
		b, ok2 := intConst(st.value)
		if !ok1 || !ok2 || i < 0 || i >= array.Len() {
			return nil, false
		}
		text[i] = byte(b)
	}
	return text, len(stores) >= minText
}

func intConst(v ssa.Value) (int64, bool) {
	c, ok := v.(*ssa.Const)
	if !ok || c.Value == nil || c.Value.Kind() != constant.Int {
		return 0, false
	}
	return constant.Int64Val(c.Value)
}
