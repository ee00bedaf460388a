package guard

import (
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/flow"
)

// nameDepth returns 0 for a value that is neither a name nor a number, else how
// many fields lead to it from the object that it names: one, or more where it
// is one of a struct that is embedded in the object.
func (m *memo) nameDepth(v ssa.Value) int {
	v = m.resolve(v)
	for range maxAliases {
		call, ok := v.(*ssa.Call)
		if !ok || !respelled(call) {
			break
		}
		v = m.resolve(flow.Args(call)[0])
	}
	if !isBasic(v.Type()) {
		return 0
	}
	if call, ok := v.(*ssa.Call); ok && isGetter(call) {
		return 1 + embeddings(flow.Args(call)[0])
	}
	if sel, _ := selected(v); sel != nil {
		return 1 + embeddings(base(sel))
	}
	return 1
}

// embeddings returns in how many structs, one in the other, a struct or what
// points to it is embedded.
func embeddings(v ssa.Value) int {
	for n := 0; ; n++ {
		if load, ok := v.(*ssa.UnOp); ok && load.Op == token.MUL {
			v = load.X
		}
		if field := fieldOf(v); field == nil || !field.Embedded() {
			return n
		}
		v = base(v)
	}
}

// nameIn is nameDepth of an annotation's object in a call.
func (p *Package) nameIn(call ssa.CallInstruction, obj Object) int {
	v := operand(call, obj)
	if v == nil {
		return 0
	}
	if len(obj.Fields) == 0 {
		return p.nameDepth(v)
	}
	t, depth, embedded := v.Type(), 1, false
	for _, name := range obj.Fields {
		field, _, _ := types.LookupFieldOrMethod(t, true, p.pass.Pkg, name)
		if field == nil {
			return 0 // unexported, in another package
		}
		if !embedded {
			depth = 0
		}
		depth++
		f, ok := field.(*types.Var)
		embedded = ok && f.Embedded()
		t = field.Type()
	}
	if !isBasic(t) {
		return 0
	}
	return depth
}

func isBasic(t types.Type) bool {
	_, ok := t.Underlying().(*types.Basic)
	return ok
}

// spellings names the functions that return their argument in another spelling.
var spellings = map[string]bool{
	"strings.ToLower":     true,
	"strings.ToUpper":     true,
	"strings.TrimSpace":   true,
	"path.Clean":          true,
	"path/filepath.Clean": true,
}

// respelled reports whether a call returns the same name in another spelling.
func respelled(call *ssa.Call) bool {
	callee := flow.Callee(call)
	return callee != nil && spellings[flow.Name(callee)]
}

// isGetter reports whether a call is one of a method without arguments that
// returns one value.
func isGetter(call *ssa.Call) bool {
	callee := flow.Callee(call)
	return callee != nil && callee.Signature().Recv() != nil && len(flow.Args(call)) == 1 && callee.Signature().Results().Len() == 1
}
