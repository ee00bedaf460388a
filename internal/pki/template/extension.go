package template

import (
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// WritesFlags reports whether the template may bring basic constraints or a key
// usage in ExtraExtensions: CreateCertificate writes these, and not what the
// fields say.
func (c *Creation) WritesFlags() bool {
	return slices.ContainsFunc(c.Field("ExtraExtensions"), func(s Source) bool {
		switch s.Kind {
		case Absent:
			return false
		case Stored:
			return c.pkg.mayHoldFlags(s.Value)
		}
		return true
	})
}

// Object identifiers of RFC 5280, section 4.2.1.
var (
	oidKeyUsage         = []int64{2, 5, 29, 15}
	oidBasicConstraints = []int64{2, 5, 29, 19}
)

// mayHoldFlags reports whether a list of extensions is not one of a literal, or
// one of them is, or may be, that of the basic constraints or the key usage.
func (p *Package) mayHoldFlags(list Value) bool {
	list = list.Resolve()
	if c, ok := list.V.(*ssa.Const); ok && c.IsNil() {
		return false
	}
	array, ok := arrayOf(list)
	if !ok {
		return true
	}
	harmless := 0
	for _, ref := range *array.Referrers() {
		element, ok := ref.(*ssa.IndexAddr)
		if !ok {
			continue
		}
		id := storedAt(element, "Id")
		if id == nil {
			return true
		}
		numbers, known := p.identifier(Value{id, list.Frame})
		if !known || slices.Equal(numbers, oidKeyUsage) || slices.Equal(numbers, oidBasicConstraints) {
			return true
		}
		harmless++
	}
	return harmless < lengthOf(array)
}

// storedAt returns what a literal stores to a field of an object, be it by way of
// a variable of its own; nil if that is not one value.
func storedAt(object ssa.Value, name string) ssa.Value {
	var out ssa.Value
	for _, ref := range *object.Referrers() {
		switch ref := ref.(type) {
		case *ssa.DebugRef:
		case *ssa.UnOp: // copied
		case *ssa.Store:
			load, ok := ref.Val.(*ssa.UnOp)
			if !ok || ref.Addr != object || out != nil {
				return nil
			}
			literal, ok := load.X.(*ssa.Alloc)
			if !ok {
				return nil
			}
			out = storedAt(literal, name)
		case *ssa.FieldAddr:
			if FieldOf(ref).Name() != name {
				continue
			}
			st, ok := only(ref).(*ssa.Store)
			if !ok || out != nil {
				return nil
			}
			out = st.Val
		default:
			return nil
		}
	}
	return out
}

// only returns the instruction that refers to a value, if there is one.
func only(v ssa.Value) ssa.Instruction {
	if refs := *v.Referrers(); len(refs) == 1 {
		return refs[0]
	}
	return nil
}

// identifier returns the numbers of an object identifier: a literal, or a package
// variable that is never changed.
func (p *Package) identifier(v Value) ([]int64, bool) {
	v = v.Resolve()
	if load, ok := v.V.(*ssa.UnOp); ok && load.Op == token.MUL {
		global, ok := load.X.(*ssa.Global)
		if !ok {
			return nil, false
		}
		initial := p.prog.Initial(global, load.Parent())
		if initial == nil {
			return nil, false
		}
		v = Value{V: initial}
	}
	return p.Elements(v)
}

// arrayOf returns the array that the literal of a slice makes.
func arrayOf(v Value) (*ssa.Alloc, bool) {
	slice, ok := v.V.(*ssa.Slice)
	if !ok || slice.Low != nil || slice.High != nil {
		return nil, false
	}
	array, ok := slice.X.(*ssa.Alloc)
	return array, ok
}

// lengthOf returns the number of elements of an array.
func lengthOf(array *ssa.Alloc) int {
	return int(array.Type().Underlying().(*types.Pointer).Elem().Underlying().(*types.Array).Len())
}
