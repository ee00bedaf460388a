package bounds

import (
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/flow"
)

// fields tells what the package does with the fields of structs.
type fields struct {
	comparisons []comparison
	stores      map[*types.Var][]*ssa.Store
	// escaped are fields whose address is used for more than loads and stores.
	escaped map[*types.Var]bool
}

// A comparison orders values of fields.
type comparison struct {
	fields map[*types.Var]bool
	// weak says that it is nothing but a test for negative values.
	weak bool
}

// findFields looks at all functions of the package, once.
func (p *Program) findFields() *fields {
	if p.fields != nil {
		return p.fields
	}
	p.fields = &fields{stores: make(map[*types.Var][]*ssa.Store), escaped: make(map[*types.Var]bool)}
	for _, fn := range p.flow.Funcs() {
		for _, block := range fn.Blocks {
			for _, instr := range block.Instrs {
				switch v := instr.(type) {
				case *ssa.FieldAddr:
					p.fields.address(v)
				case *ssa.BinOp:
					switch v.Op {
					case token.LSS, token.LEQ, token.GTR, token.GEQ:
						y, ok := v.Y.(*ssa.Const)
						weak := ok && (v.Op == token.LSS || v.Op == token.GEQ) && y.Value != nil && isInteger(y.Type()) && y.Int64() == 0
						p.fields.compare(weak, v.X, v.Y)
					}
				case *ssa.Call:
					p.fields.call(v)
				}
			}
		}
	}
	return p.fields
}

func (f *fields) address(addr *ssa.FieldAddr) {
	field := FieldAt(addr)
	for _, ref := range *addr.Referrers() {
		switch ref := ref.(type) {
		case *ssa.Store:
			if ref.Addr == addr {
				f.stores[field] = append(f.stores[field], ref)
				continue
			}
		case *ssa.UnOp, *ssa.DebugRef, *ssa.FieldAddr:
			continue
		}
		f.escaped[field] = true
	}
}

func (f *fields) call(call *ssa.Call) {
	if b, ok := call.Call.Value.(*ssa.Builtin); ok {
		if b.Name() == "min" || b.Name() == "max" {
			f.compare(false, call.Call.Args...)
		}
		return
	}
	if callee := flow.Callee(call); callee != nil {
		switch flow.Name(callee) {
		case "(time.Time).Before", "(time.Time).After", "(time.Time).Compare", "cmp.Compare":
			f.compare(false, flow.Args(call)...)
		}
	}
}

func (f *fields) compare(weak bool, values ...ssa.Value) {
	found := make(map[*types.Var]bool)
	for _, v := range values {
		fieldsOf(v, maxDepth, found)
	}
	if len(found) > 0 {
		f.comparisons = append(f.comparisons, comparison{found, weak})
	}
}

// fieldsOf collects the fields that a value is computed of.
func fieldsOf(v ssa.Value, depth int, out map[*types.Var]bool) {
	v = Strip(v)
	if f := FieldOf(v); f != nil {
		out[f] = true
	}
	if depth == 0 {
		return
	}
	switch v := v.(type) {
	case *ssa.BinOp:
		fieldsOf(v.X, depth-1, out)
		fieldsOf(v.Y, depth-1, out)
	case *ssa.Convert:
		fieldsOf(v.X, depth-1, out)
	case *ssa.Call:
		for _, arg := range flow.Args(v) {
			fieldsOf(arg, depth-1, out)
		}
	}
}

// FieldOf returns the field that a value was loaded from, or nil.
func FieldOf(v ssa.Value) *types.Var {
	switch v := v.(type) {
	case *ssa.Field:
		return structOf(v.X.Type()).Field(v.Field)
	case *ssa.UnOp:
		if addr, ok := v.X.(*ssa.FieldAddr); ok && v.Op == token.MUL {
			return FieldAt(addr)
		}
	}
	return nil
}

// TagOf returns the tag of the field that a value was loaded from, or "".
func TagOf(v ssa.Value) string {
	switch v := v.(type) {
	case *ssa.Field:
		return structOf(v.X.Type()).Tag(v.Field)
	case *ssa.UnOp:
		if addr, ok := v.X.(*ssa.FieldAddr); ok && v.Op == token.MUL {
			return structOf(addr.X.Type().Underlying().(*types.Pointer).Elem()).Tag(addr.Field)
		}
	}
	return ""
}

// FieldAt returns the field that an address is of.
func FieldAt(addr *ssa.FieldAddr) *types.Var {
	return structOf(addr.X.Type().Underlying().(*types.Pointer).Elem()).Field(addr.Field)
}

// structOf returns the struct that a type is, or that the types of a type
// parameter are.
func structOf(t types.Type) *types.Struct {
	if tp, ok := t.Underlying().(*types.Interface); ok && tp.NumEmbeddeds() == 1 {
		t = tp.EmbeddedType(0)
	}
	if union, ok := t.(*types.Union); ok {
		t = union.Term(0).Type()
	}
	return t.Underlying().(*types.Struct)
}

// Ordered reports whether v is a field of which the package tests somewhere
// whether it is in some range, other than just not negative.
func (p *Program) Ordered(v ssa.Value) bool {
	field := FieldOf(Strip(v))
	if field == nil {
		return false
	}
	for _, c := range p.findFields().comparisons {
		if c.fields[field] && !c.weak {
			return true
		}
	}
	return false
}

// OrderedTogether reports whether the package compares, somewhere, fields that
// a is computed of with those that b is, or with anything if but one of a and b
// is computed of fields.
func (p *Program) OrderedTogether(a, b ssa.Value) bool {
	left, right := make(map[*types.Var]bool), make(map[*types.Var]bool)
	fieldsOf(a, maxDepth, left)
	fieldsOf(b, maxDepth, right)
	if len(left)+len(right) == 0 {
		return false
	}
	for _, c := range p.findFields().comparisons {
		if meets(left, c.fields) && meets(right, c.fields) {
			return true
		}
	}
	return false
}

// meets reports whether two sets meet, or the first is empty.
func meets(a, b map[*types.Var]bool) bool {
	for f := range a {
		if b[f] {
			return true
		}
	}
	return len(a) == 0
}

// Stores returns the stores to a field in the package.
func (p *Program) Stores(field *types.Var) []*ssa.Store { return p.findFields().stores[field] }

// field joins what a field of the package can hold, if it is not exported and
// its address is not used: zero, or what is stored.
func (e *evaluator) field(v ssa.Value) Range {
	field := FieldOf(v)
	if field == nil || field.Exported() || field.Pkg() != e.flow.Package().Pkg || e.making[v] || e.findFields().escaped[field] {
		return all
	}
	e.making[v] = true
	defer delete(e.making, v)
	out := Range{}
	for _, store := range e.Stores(field) {
		out = out.join(e.at(store.Val, e.enclosing(store.Block())))
	}
	return out
}

// enclosing returns the comparisons that hold in a block or held, in functions
// around that of the block, when it was made.
func (p *Program) enclosing(block *ssa.BasicBlock) []flow.Cond {
	conds := p.ConditionsAt(block)
	for fn := block.Parent(); fn.Parent() != nil; fn = fn.Parent() {
		var made *ssa.MakeClosure
		for _, ref := range *fn.Referrers() {
			closure, ok := ref.(*ssa.MakeClosure)
			if !ok || made != nil {
				return conds
			}
			made = closure
		}
		if made != nil {
			conds = append(slices.Clip(conds), p.ConditionsAt(made.Block())...)
		}
	}
	return conds
}
