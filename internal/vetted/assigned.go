package vetted

import (
	"go/ast"
	"go/token"
	"slices"
)

// A writing says what a use of a variable or field does to it.
type writing int

const (
	unwritten  writing = iota // reads it
	assignedTo                // sets it to one value
	value0                    // declares it, without a value
	unknown                   // takes its address, counts, ...
)

// written tells what the expression at a place, a name or a selection, is subject to.
func (p place) written() (value place, w writing) {
	if sel, ok := p.stack[len(p.stack)-1].(*ast.SelectorExpr); ok && sel.Sel == p.node {
		p = p.out()
	}
	for {
		if _, ok := p.stack[len(p.stack)-1].(*ast.ParenExpr); !ok {
			break
		}
		p = p.out()
	}
	switch n := p.out().node.(type) {
	case *ast.KeyValueExpr:
		if n.Key == p.node {
			return p.out().in(n.Value), assignedTo
		}
	case *ast.AssignStmt:
		if i := indexOf(n.Lhs, p.node); i >= 0 {
			if n.Tok != token.ASSIGN && n.Tok != token.DEFINE || len(n.Lhs) != len(n.Rhs) {
				return p, unknown
			}
			return p.out().in(n.Rhs[i]), assignedTo
		}
	case *ast.ValueSpec:
		i := slices.IndexFunc(n.Names, func(id *ast.Ident) bool { return id == p.node })
		switch {
		case i < 0:
		case len(n.Values) == 0:
			return p, value0
		case len(n.Values) != len(n.Names):
			return p, unknown
		default:
			return p.out().in(n.Values[i]), assignedTo
		}
	case *ast.IncDecStmt:
		return p, unknown
	case *ast.UnaryExpr:
		if n.Op == token.AND {
			return p, unknown
		}
	case *ast.RangeStmt:
		if n.Key == p.node || n.Value == p.node {
			return p, unknown
		}
	}
	return p, unwritten
}

func indexOf(list []ast.Expr, n ast.Node) int {
	return slices.IndexFunc(list, func(e ast.Expr) bool { return e == n })
}

// assigned reports whether all that sets a field, or a variable of a package, is
// known, and none of it is bad.
func (a *asker) assigned(o Origin) bool {
	exported := token.IsExported(o.Object.Name)
	if exported && !(a.whole && a.code.Closed(o.Package)) {
		return false
	}
	decl, ok := a.declaration(o)
	if !ok {
		return false
	}
	field, isField := decl.around(1).(*ast.Field)
	if isField && exported && field.Tag != nil {
		return false // for what fills in structs
	}
	stores := 0
	known := everywhere(a.code.Using(o.Package, o.Object.Name), func(p place) bool {
		id, ok := p.node.(*ast.Ident)
		if !ok || !o.Object.is(p.src, id) {
			return true
		}
		value, w := p.written()
		switch w {
		case assignedTo:
			stores++
			return a.good(value, o.Bad)
		case value0:
			return !contains(o.Bad, 0)
		}
		return w == unwritten
	})
	return known && (!isField || a.made(o, decl, exported, stores > 0))
}

// declaration returns where a field or variable is declared.
func (a *asker) declaration(o Origin) (place, bool) {
	src := a.code.Package(o.Package)
	if src == nil {
		return place{}, false
	}
	var decl place
	for _, file := range src.Files {
		each(src, file, nil, func(p place) bool {
			id, ok := p.node.(*ast.Ident)
			if ok && o.Object.is(src, id) && src.Info.Defs[id] != nil {
				decl = place{src, id, slices.Clone(p.stack)}
			}
			return decl.node == nil
		})
	}
	return decl, decl.node != nil
}
