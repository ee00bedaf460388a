package guard

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/flow"
	"github.com/leapguard/leapguard/internal/syntax"
)

func (a *auditor) gap(pos token.Pos, why string) {
	g := Gap{Pos: a.p.position(pos), Why: why}
	if e := a.p.exprAt(pos); e != nil {
		g.Text, g.Pos = types.ExprString(e), a.p.position(e.Pos())
	}
	if !slices.Contains(a.out.Gaps, g) {
		a.out.Gaps = append(a.out.Gaps, g)
	}
}

// findGaps records what the analysis does not see through: dangers that are
// used as values, that may stand behind a method of an interface that is not
// annotated, and calls by reflection.
func (a *auditor) findGaps() {
	methods := a.p.dangerousMethods()
	for _, file := range a.p.pass.Files {
		if syntax.InTest(a.p.pass, file.Pos()) {
			continue
		}
		called := make(map[*ast.Ident]bool)
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.CallExpr:
				if id := calledName(n); id != nil {
					called[id] = true
					a.dynamic(n, id, methods)
				}
			case *ast.Ident:
				if !called[n] {
					a.value(n)
				}
			}
			return true
		})
	}
	for _, fn := range a.p.prog.Funcs() {
		if !syntax.InTest(a.p.pass, fn.Pos()) {
			a.conversions(fn, methods)
		}
	}
}

// calledName returns the name of the function in a call, nil where it has none.
func calledName(call *ast.CallExpr) *ast.Ident {
	fun := ast.Unparen(call.Fun)
	switch f := fun.(type) {
	case *ast.IndexExpr:
		fun = ast.Unparen(f.X)
	case *ast.IndexListExpr:
		fun = ast.Unparen(f.X)
	}
	switch f := fun.(type) {
	case *ast.Ident:
		return f
	case *ast.SelectorExpr:
		return f.Sel
	}
	return nil
}

// value records a danger, or a function that needs a check, that is used as a
// value.
func (a *auditor) value(id *ast.Ident) {
	fn, ok := a.p.pass.TypesInfo.Uses[id].(*types.Func)
	if !ok {
		return
	}
	if effects := a.p.Func(fn).assumed(); len(effects) > 0 {
		var e ast.Expr = id
		if sel := a.p.exprAt(id.Pos()); sel != nil {
			e = sel
		}
		a.add(e, fmt.Sprintf("%s is used as a value; what is of kind %s behind it is not followed", id.Name, effects[0].Kind))
	}
}

func (a *auditor) add(n ast.Expr, why string) {
	a.out.Gaps = append(a.out.Gaps, Gap{a.p.position(n.Pos()), types.ExprString(n), why})
}

// reflective are the methods of reflect that call, or find, what nobody can
// tell from the source.
var reflective = []string{
	"(reflect.Value).Call", "(reflect.Value).CallSlice", "(reflect.Value).Method", "(reflect.Value).MethodByName",
}

// dynamic records a call by reflection, or of a method of an interface that is
// not annotated where one that implements it is a danger.
func (a *auditor) dynamic(call *ast.CallExpr, id *ast.Ident, methods []*types.Func) {
	callee, ok := a.p.pass.TypesInfo.Uses[id].(*types.Func)
	if !ok {
		return
	}
	if slices.Contains(reflective, flow.Name(callee)) {
		a.add(call.Fun, "what is called by reflection is not followed")
		return
	}
	iface := interfaceOf(callee)
	if iface == nil || a.p.Func(callee) != nil {
		return
	}
	if m := implementing(iface, callee.Name(), methods); m != nil {
		a.add(call.Fun, fmt.Sprintf("may call %s, which is of kind %s; the method of the interface is not annotated", shortName(m), a.p.Func(m).assumed()[0].Kind))
	}
}

// conversions records values with dangerous methods that become interfaces of
// other packages, whose methods are not annotated.
func (a *auditor) conversions(fn *ssa.Function, methods []*types.Func) {
	for _, block := range fn.Blocks {
		for _, instr := range block.Instrs {
			conv, ok := instr.(*ssa.MakeInterface)
			if !ok {
				continue
			}
			named := namedOf(conv.Type())
			if named == nil || named.Obj().Pkg() == nil || named.Obj().Pkg() == a.p.pass.Pkg {
				continue
			}
			for m := range conv.Type().Underlying().(*types.Interface).Methods() {
				i := slices.IndexFunc(methods, func(d *types.Func) bool {
					return d.Name() == m.Name() && namedOf(d.Signature().Recv().Type()) == namedOf(conv.X.Type())
				})
				if i >= 0 && a.p.Func(m) == nil {
					a.out.Gaps = append(a.out.Gaps, Gap{
						Pos:  a.p.position(placeOf(conv)),
						Text: typeText(conv.X.Type()),
						Why:  fmt.Sprintf("is used as %s; calls of its %s are not taken for calls of %s", typeText(named), m.Name(), shortName(methods[i])),
					})
				}
			}
		}
	}
}

func typeText(t types.Type) string { return types.TypeString(t, (*types.Package).Name) }

// placeOf returns the position of a conversion or, where the source has none,
// of what uses its result.
func placeOf(conv *ssa.MakeInterface) token.Pos {
	if conv.Pos().IsValid() {
		return conv.Pos()
	}
	for _, ref := range *conv.Referrers() {
		if ref.Pos().IsValid() {
			return ref.Pos()
		}
	}
	return conv.Parent().Pos()
}

// dangerousMethods returns the known methods of types, other than interfaces,
// that destroy or need a check, sorted by name.
func (p *Package) dangerousMethods() []*types.Func {
	var out []*types.Func
	for _, facts := range []map[*types.Func]*FuncFact{p.own.funcs, p.abroad.funcs} {
		for fn := range facts {
			if fn.Signature().Recv() != nil && interfaceOf(fn) == nil && len(p.Func(fn).assumed()) > 0 {
				out = append(out, fn)
			}
		}
	}
	slices.SortFunc(out, func(a, b *types.Func) int { return strings.Compare(a.FullName(), b.FullName()) })
	return out
}

// implementing returns the method with a name of a type that implements an
// interface, nil for none.
func implementing(iface *types.Interface, name string, methods []*types.Func) *types.Func {
	i := slices.IndexFunc(methods, func(m *types.Func) bool {
		recv := m.Signature().Recv().Type()
		return m.Name() == name && (types.Implements(recv, iface) || types.Implements(types.NewPointer(recv), iface))
	})
	if i < 0 {
		return nil
	}
	return methods[i]
}

// shortName returns the name of a method with its type, without the package.
func shortName(m *types.Func) string {
	if named := namedOf(m.Signature().Recv().Type()); named != nil {
		return named.Obj().Name() + "." + m.Name()
	}
	return m.Name()
}
