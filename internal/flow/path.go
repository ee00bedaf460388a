package flow

import (
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"
)

// A Path is the identity of an object: a root value and the fields and
// elements selected from it. Equal paths denote the same object, as long as
// nothing stores to the path or a prefix of it. A pointer and what it points
// to have the same path. Paths are comparable; the zero Path is none.
type Path struct {
	root ssa.Value
	// elems holds the selectors, each behind a NUL: a field name or an
	// element in brackets. An element whose index is not constant ends in
	// \x01 and what identifies the index.
	elems string
}

const (
	elemSep  = "\x00"
	indexSep = "\x01"
)

// Same reports whether two values are surely the same: one value, or read from
// the same path, with nothing stored there in between.
func Same(a, b ssa.Value) bool {
	a, b = Resolve(a), Resolve(b)
	if a == b {
		return true
	}
	p, ok := PathOf(a)
	q, ok2 := PathOf(b)
	return ok && ok2 && p == q
}

// PathOf returns the path of v. Loads are resolved and conversions stripped.
// It reports false for constants, functions and results of arithmetic.
func PathOf(v ssa.Value) (Path, bool) {
	return pathOf(v, maxChain)
}

func pathOf(v ssa.Value, depth int) (Path, bool) {
	if depth == 0 {
		return Path{}, false
	}
	depth--
	switch v := v.(type) {
	case *ssa.Const, *ssa.Function, *ssa.Builtin, *ssa.BinOp, *ssa.MakeClosure:
		return Path{}, false
	case *ssa.FieldAddr:
		return selectField(v.X, v.Field, v, depth)
	case *ssa.Field:
		return selectField(v.X, v.Field, v, depth)
	case *ssa.IndexAddr:
		return selectElem(v.X, v.Index, v, depth)
	case *ssa.Index:
		return selectElem(v.X, v.Index, v, depth)
	case *ssa.Lookup:
		if v.CommaOk {
			return Path{root: v}, true
		}
		return selectElem(v.X, v.Index, v, depth)
	case *ssa.TypeAssert:
		return pathOf(v.X, depth)
	case *ssa.Extract:
		return pathOfExtract(v, depth)
	case *ssa.Alloc:
		if p := spilled(v); p != nil {
			return Path{root: p}, true
		}
		return Path{root: v}, true
	case *ssa.UnOp:
		return pathOfUnOp(v, depth)
	case *ssa.Call:
		return pathOfCall(v, depth)
	}
	if next := resolveStep(v); next != nil {
		return pathOf(next, depth)
	}
	return Path{root: v}, true
}

func pathOfUnOp(v *ssa.UnOp, depth int) (Path, bool) {
	switch v.Op {
	case token.ARROW:
		return Path{root: v}, true
	case token.MUL:
		// A struct or array that was loaded is a copy of what lies at the
		// address; a stored one was a copy of something else.
		switch v.Type().Underlying().(type) {
		case *types.Struct, *types.Array:
		default:
			if next := loaded(v); next != nil {
				return pathOf(next, depth)
			}
		}
		return pathOf(v.X, depth)
	}
	return Path{}, false
}

// pathOfExtract: the first result of v, ok := x.(T) is x, that of
// v, ok := m[k] is m[k].
func pathOfExtract(v *ssa.Extract, depth int) (Path, bool) {
	if v.Index == 0 {
		switch x := v.Tuple.(type) {
		case *ssa.TypeAssert:
			return pathOf(x.X, depth)
		case *ssa.Lookup:
			return selectElem(x.X, x.Index, v, depth)
		}
	}
	return Path{root: v}, true
}

// spilled returns the parameter that a local variable stands for, if it was
// put there because its address is taken and nothing else is ever stored
// there, else nil.
func spilled(alloc *ssa.Alloc) *ssa.Parameter {
	if !slices.ContainsFunc(alloc.Parent().Params, func(p *ssa.Parameter) bool { return p.Name() == alloc.Comment }) {
		return nil
	}
	u := usesOf(alloc)
	if len(u.stores) != 1 {
		return nil
	}
	p, ok := u.stores[0].Val.(*ssa.Parameter)
	if !ok || p.Name() != alloc.Comment || u.stores[0].Block().Index != 0 {
		return nil
	}
	return p
}

func selectField(base ssa.Value, field int, v ssa.Value, depth int) (Path, bool) {
	t := base.Type().Underlying()
	if ptr, ok := t.(*types.Pointer); ok {
		t = ptr.Elem().Underlying()
	}
	p, ok := pathOf(base, depth)
	s, isStruct := coreStruct(t)
	if !ok || !isStruct {
		return Path{root: v}, true
	}
	p.elems += elemSep + s.Field(field).Name()
	return p, true
}

// coreStruct returns the struct type of a type or of all types that a type
// parameter stands for.
func coreStruct(t types.Type) (*types.Struct, bool) {
	if tp, ok := t.(*types.Interface); ok && tp.NumEmbeddeds() == 1 {
		t = tp.EmbeddedType(0).Underlying()
	}
	s, ok := t.(*types.Struct)
	return s, ok
}

func selectElem(base, index ssa.Value, v ssa.Value, depth int) (Path, bool) {
	p, ok := pathOf(base, depth)
	if !ok {
		return Path{root: v}, true
	}
	if c, ok := Resolve(index).(*ssa.Const); ok && c.Value != nil {
		p.elems += elemSep + "[" + c.Value.ExactString() + "]"
		return p, true
	}
	i, ok := pathOf(index, depth)
	if !ok {
		i = Path{root: Resolve(index)}
	}
	p.elems += elemSep + "[" + i.String() + "]" + indexSep + i.identity()
	return p, true
}

// identity names the value of a path uniquely within the program.
func (p Path) identity() string {
	id := p.root.Name()
	if fn := p.root.Parent(); fn != nil {
		id = fn.String() + " " + id
	}
	return id + strings.ReplaceAll(p.elems, elemSep, indexSep)
}

// Root returns the value that the path begins at: a parameter, a global, a
// local variable, the result of a call, or whatever else is not selected from
// another value.
func (p Path) Root() ssa.Value { return p.root }

// Fields returns what is selected from the root, outermost first: field names,
// and elements as "[0]", "[\"key\"]" or "[i]".
func (p Path) Fields() []string {
	if p.elems == "" {
		return nil
	}
	out := strings.Split(p.elems[1:], elemSep)
	for i := range out {
		out[i], _, _ = strings.Cut(out[i], indexSep)
	}
	return out
}

// Field returns the path of a field of p.
func (p Path) Field(name string) Path {
	return Path{p.root, p.elems + elemSep + name}
}

// HasPrefix reports whether p is q or a part of q.
func (p Path) HasPrefix(q Path) bool {
	return p.root == q.root && strings.HasPrefix(p.elems+elemSep, q.elems+elemSep)
}

// String returns the path as in source text, such as n.Meta.Protected.
func (p Path) String() string {
	if p.root == nil {
		return ""
	}
	var b strings.Builder
	b.WriteString(rootName(p.root))
	for _, f := range p.Fields() {
		if !strings.HasPrefix(f, "[") {
			b.WriteByte('.')
		}
		b.WriteString(f)
	}
	return b.String()
}

// rootName returns the source text of a root as far as SSA knows it.
func rootName(v ssa.Value) string {
	switch v := v.(type) {
	case *ssa.Alloc:
		if token.IsIdentifier(v.Comment) {
			return v.Comment
		}
	case *ssa.Phi:
		if token.IsIdentifier(v.Comment) && v.Comment != "rangeindex" {
			return v.Comment
		}
	case *ssa.Call:
		return callName(v)
	case *ssa.Extract:
		return rootName(v.Tuple)
	}
	switch v.(type) {
	case *ssa.Parameter, *ssa.FreeVar, *ssa.Global:
		return v.Name()
	}
	return "..."
}

func callName(call *ssa.Call) string {
	if fn := Callee(call); fn != nil {
		return fn.Name() + "()"
	}
	return "..."
}
