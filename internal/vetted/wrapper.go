package vetted

import (
	"go/ast"
	"go/token"
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/calendar/bounds"
	"github.com/leapguard/leapguard/internal/rule"
)

// isWrapper reports whether a field is that of a struct which is there for being
// decoded, as struct{ time.Duration } is: what is known of the field of one such struct
// says nothing of others.
func isWrapper(field *types.Var, of types.Type) bool {
	if !field.IsField() || field.Embedded() {
		return field.IsField()
	}
	if ptr, ok := of.Underlying().(*types.Pointer); ok {
		of = ptr.Elem()
	}
	named, ok := types.Unalias(of).(*types.Named)
	if !ok {
		return false
	}
	if s, ok := named.Underlying().(*types.Struct); !ok || s.NumFields() != 1 {
		return false
	}
	for m := range named.Methods() {
		if m.Name() == "Set" || strings.HasPrefix(m.Name(), "Unmarshal") || strings.HasPrefix(m.Name(), "Decode") {
			return true
		}
	}
	return false
}

// wrapper returns the field that holds a struct of which a field is loaded.
func wrapper(v ssa.Value) (outer *types.Var, of types.Type) {
	var x ssa.Value
	switch v := v.(type) {
	case *ssa.Field:
		x = v.X
	case *ssa.UnOp:
		addr, ok := v.X.(*ssa.FieldAddr)
		if !ok {
			return nil, nil
		}
		x = addr.X
	default:
		return nil, nil
	}
	if addr, ok := x.(*ssa.FieldAddr); ok {
		return bounds.FieldAt(addr), x.Type()
	}
	if load, ok := x.(*ssa.UnOp); ok && load.Op == token.MUL || isField(x) {
		return bounds.FieldOf(x), x.Type()
	}
	return nil, x.Type()
}

func isField(v ssa.Value) bool {
	_, ok := v.(*ssa.Field)
	return ok
}

// isNumber reports whether an expression is the number of an origin.
func (o Origin) isNumber(src *rule.Source, e ast.Expr) bool {
	if o.Wrapped == "" {
		return o.Object.isSelected(src, e)
	}
	sel, ok := e.(*ast.SelectorExpr)
	return ok && sel.Sel.Name == o.Wrapped && o.Object.isSelected(src, ast.Unparen(sel.X))
}
