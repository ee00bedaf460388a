package vetted

import (
	"go/ast"
	"go/token"
	"go/types"
)

// listed: the number is an element of a literal in a function that refuses bad ones
// among all elements, as tables of a name and a number are gone through.
func (t *test) listed(lit *ast.CompositeLit, body *ast.BlockStmt) bool {
	if t.calls == 0 {
		return false
	}
	for i, elt := range lit.Elts {
		value := elt
		kv, keyed := elt.(*ast.KeyValueExpr)
		if keyed {
			value = kv.Value
		}
		if ok, exact := t.is(value); !ok || !exact {
			continue
		}
		if obj := t.holder(lit, i, kv, body); obj != nil {
			return t.of(obj).refuses(body)
		}
	}
	return false
}

// of returns the test of a copy of the number.
func (t *test) of(obj types.Object) *test {
	inner, at := *t, objectAt(t.src.Fset, obj)
	inner.calls--
	inner.copied = true
	inner.same = func(e ast.Expr) bool { return at.isSelected(t.src, e) }
	return &inner
}

// copies: the number is assigned to a new variable that bad ones are refused in.
func (t *test) copies(n *ast.AssignStmt, body *ast.BlockStmt) bool {
	if t.calls == 0 || n.Tok != token.DEFINE || len(n.Lhs) != len(n.Rhs) {
		return false
	}
	for i, e := range n.Rhs {
		if ok, exact := t.is(e); ok && exact {
			obj := t.objectOf(n.Lhs[i])
			return obj != nil && t.of(obj).refuses(body)
		}
	}
	return false
}

// holder returns what has the element of a literal where the elements are gone through:
// a field, or the variable of a loop.
func (t *test) holder(lit *ast.CompositeLit, i int, kv *ast.KeyValueExpr, body *ast.BlockStmt) types.Object {
	typ := t.src.Info.TypeOf(lit)
	if typ == nil {
		return nil
	}
	s, ok := typ.Underlying().(*types.Struct)
	switch {
	case !ok:
		return t.rangedOver(lit, body)
	case kv != nil:
		id, _ := kv.Key.(*ast.Ident)
		return t.src.Info.Uses[id]
	case i < s.NumFields():
		return s.Field(i)
	}
	return nil
}

// rangedOver returns the variable that has each element of a literal, or of the variable
// that it is assigned to, in turn.
func (t *test) rangedOver(lit *ast.CompositeLit, body *ast.BlockStmt) types.Object {
	var list, element types.Object
	ast.Inspect(body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.AssignStmt:
			if i := indexOf(n.Rhs, lit); i >= 0 && len(n.Lhs) == len(n.Rhs) {
				list = t.objectOf(n.Lhs[i])
			}
		case *ast.RangeStmt:
			if x := ast.Unparen(n.X); x == lit || list != nil && t.objectOf(x) == list {
				element = t.objectOf(n.Value)
			}
		}
		return element == nil
	})
	return element
}

func (t *test) objectOf(e ast.Expr) types.Object {
	id, ok := e.(*ast.Ident)
	if !ok {
		return nil
	}
	return t.src.Info.ObjectOf(id)
}
