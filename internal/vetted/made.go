package vetted

import (
	"go/ast"
	"go/token"
	"go/types"
	"regexp"
	"slices"

	"github.com/leapguard/leapguard/internal/rule"
)

// made reports whether the structs that have a field are made in ways that are known,
// and do not leave it 0 where that is bad. An exported field may be filled in by
// decoders; if nothing sets it, there must be literals that set others.
func (a *asker) made(o Origin, decl place, exported, set bool) bool {
	spec, ok := decl.around(4).(*ast.TypeSpec)
	if !ok {
		return false // of a struct without a name
	}
	typ := Object{spec.Name.Name, decl.src.Fset.Position(spec.Name.Pos()).Filename, decl.src.Fset.Position(spec.Name.Pos()).Line}
	words := []string{o.Object.Name, typ.Name}
	if exported {
		words = append(words, decoders...)
	}
	m := &maker{origin: o, typ: typ, zero: contains(o.Bad, 0)}
	return everywhere(a.code.Using(o.Package, words...), m.look) && (m.literals > 0 || set || !exported)
}

// decoders are names of functions that set fields, in packages that may name neither
// the field nor its type.
var decoders = []string{"Unmarshal", "UnmarshalKey", "Decode", "DecodeFile", "ReadConfig", "Bind", "Process"}

// A maker looks for what makes values of a struct.
type maker struct {
	origin   Origin
	typ      Object
	zero     bool // 0 is bad
	literals int  // literals with elements
}

// look reports whether the field of what a node makes, if anything, is known.
func (m *maker) look(p place) bool {
	switch n := p.node.(type) {
	case *ast.CompositeLit:
		if named(p.src, p.src.Info.TypeOf(n)) == m.typ {
			return m.literal(p.src, n)
		}
	case *ast.CallExpr:
		return !m.fills(p.src, n)
	case *ast.Ident:
		return !m.typ.is(p.src, n) || !m.declares(p)
	}
	return true
}

// literal: one that names fields; what it sets is looked at as an assignment.
func (m *maker) literal(src *rule.Source, lit *ast.CompositeLit) bool {
	for _, elt := range lit.Elts {
		kv, ok := elt.(*ast.KeyValueExpr)
		if !ok {
			return false
		}
		m.literals++
		if id, ok := kv.Key.(*ast.Ident); ok && m.origin.Object.is(src, id) {
			return true
		}
	}
	return !m.zero
}

// filling are names of functions that set fields of what they are given.
var filling = regexp.MustCompile(`(?i)unmarshal|decode|parse|bind|load|scan|read|fill|process|populate|unpack|env`)

// fills reports whether a call gives the struct to what may set its fields, or
// converts another to it.
func (m *maker) fills(src *rule.Source, call *ast.CallExpr) bool {
	if src.Info.Types[call.Fun].IsType() {
		return named(src, src.Info.TypeOf(call)) == m.typ && named(src, src.Info.TypeOf(call.Args[0])) != m.typ
	}
	if !filling.MatchString(types.ExprString(call.Fun)) {
		return false
	}
	return slices.ContainsFunc(call.Args, func(arg ast.Expr) bool {
		unary, isAddr := ast.Unparen(arg).(*ast.UnaryExpr)
		t := src.Info.TypeOf(arg)
		if t == nil || !(isAddr && unary.Op == token.AND) && !isPointer(t) {
			return false
		}
		sig, ok := types.Unalias(src.Info.TypeOf(call.Fun)).Underlying().(*types.Signature)
		return ok && takesAny(sig) && reaches(src, t, m.typ, maxNested)
	})
}

func isPointer(t types.Type) bool {
	_, ok := t.Underlying().(*types.Pointer)
	return ok
}

// takesAny reports whether a function takes values of any type.
func takesAny(sig *types.Signature) bool {
	for v := range sig.Params().Variables() {
		t := v.Type()
		if slice, ok := t.Underlying().(*types.Slice); ok {
			t = slice.Elem()
		}
		if types.IsInterface(t) {
			return true
		}
	}
	return false
}

// maxNested bounds how deep in another struct one is looked for.
const maxNested = 5

// reaches reports whether a type is a struct, points to it, or holds one.
func reaches(src *rule.Source, t types.Type, typ Object, depth int) bool {
	if depth == 0 {
		return false
	}
	if named(src, t) == typ {
		return true
	}
	switch t := t.Underlying().(type) {
	case *types.Pointer:
		return reaches(src, t.Elem(), typ, depth)
	case *types.Slice:
		return reaches(src, t.Elem(), typ, depth-1)
	case *types.Map:
		return reaches(src, t.Elem(), typ, depth-1)
	case *types.Struct:
		for f := range t.Fields() {
			if reaches(src, f.Type(), typ, depth-1) {
				return true
			}
		}
	}
	return false
}

// declares reports whether the name of the struct stands where that makes one with
// fields that are 0, and 0 is bad.
func (m *maker) declares(p place) bool {
	if !m.zero {
		return false
	}
	if sel, ok := p.around(1).(*ast.SelectorExpr); ok && sel.Sel == p.node {
		p = p.out()
	}
	switch n := p.around(1).(type) {
	case *ast.ValueSpec:
		return len(n.Values) == 0
	case *ast.CallExpr:
		return builtin(p.src, n) == "new"
	case *ast.MapType:
		return true
	case *ast.Field:
		_, isStruct := p.around(3).(*ast.StructType)
		return isStruct
	}
	return false
}

// named returns the name of a type, or of what it points to.
func named(src *rule.Source, t types.Type) Object {
	if t == nil {
		return Object{}
	}
	if ptr, ok := types.Unalias(t).(*types.Pointer); ok {
		t = ptr.Elem()
	}
	if n, ok := types.Unalias(t).(*types.Named); ok {
		return objectAt(src.Fset, n.Obj())
	}
	return Object{}
}
