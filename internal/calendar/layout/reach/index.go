package reach

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/leapguard/leapguard/internal/syntax"
)

// An index tells what the variables of a package may hold.
type index struct {
	info    *types.Info
	pkg     *types.Package
	values  map[types.Object][]argument     // of variables, fields and constants
	calls   map[*types.Func][]*ast.CallExpr // static ones, of functions of the package
	results map[*types.Func][]ast.Expr      // of functions with one
	params  map[*types.Var]parameterOf      // of declared functions
}

type parameterOf struct {
	fn    *types.Func
	index int
}

// indexed returns the index of the package.
func (t *tracer) indexed() *index {
	if t.index != nil {
		return t.index
	}
	t.index = &index{
		info:    t.pass.TypesInfo,
		pkg:     t.pass.Pkg,
		values:  make(map[types.Object][]argument),
		calls:   make(map[*types.Func][]*ast.CallExpr),
		results: make(map[*types.Func][]ast.Expr),
		params:  make(map[*types.Var]parameterOf),
	}
	for _, file := range t.pass.Files {
		for _, n := range syntax.NodesOf(t.pass, file) {
			t.index.node(n)
		}
	}
	return t.index
}

func (x *index) paramOf(v *types.Var) (*types.Func, int) {
	p := x.params[v]
	return p.fn, p.index
}

// function notes the parameters and the results of a declared function.
func (x *index) function(decl *ast.FuncDecl) {
	fn, ok := x.info.Defs[decl.Name].(*types.Func)
	if !ok || decl.Body == nil {
		return
	}
	sig := fn.Signature()
	for i := range sig.Params().Len() {
		x.params[sig.Params().At(i)] = parameterOf{fn, i}
	}
	if sig.Results().Len() != 1 {
		return
	}
	ast.Inspect(decl.Body, func(n ast.Node) bool {
		if ret, ok := n.(*ast.ReturnStmt); ok && len(ret.Results) == 1 {
			x.results[fn] = append(x.results[fn], ret.Results[0])
		}
		_, literal := n.(*ast.FuncLit)
		return !literal
	})
}

func (x *index) node(n ast.Node) {
	switch n := n.(type) {
	case *ast.FuncDecl:
		x.function(n)
	case *ast.ValueSpec:
		for i, name := range n.Names {
			if len(n.Values) == len(n.Names) {
				x.add(x.info.Defs[name], n.Values[i], "")
			}
		}
	case *ast.AssignStmt:
		for i, lhs := range n.Lhs {
			if len(n.Lhs) == len(n.Rhs) && (n.Tok == token.ASSIGN || n.Tok == token.DEFINE) {
				x.assign(lhs, n.Rhs[i], "")
			} else if ix, ok := ast.Unparen(n.Rhs[0]).(*ast.IndexExpr); ok && i == 0 { // v, ok := m[k]
				x.assign(lhs, ix.X, elem)
			}
		}
	case *ast.RangeStmt:
		if n.Value != nil {
			x.assign(n.Value, n.X, elem)
		}
		if t := x.info.TypeOf(n.X); n.Key != nil && t != nil {
			if _, ok := t.Underlying().(*types.Map); ok {
				x.assign(n.Key, n.X, key)
			}
		}
	case *ast.CompositeLit:
		x.fields(n)
	case *ast.CallExpr:
		if fn := typeutil.StaticCallee(x.info, n); fn != nil && fn.Pkg() == x.pkg {
			x.calls[fn.Origin()] = append(x.calls[fn.Origin()], n)
		}
	}
}

// assign notes what is assigned to a variable or field; an element that is
// assigned is one of the elements.
func (x *index) assign(lhs, rhs ast.Expr, p path) {
	switch lhs := ast.Unparen(lhs).(type) {
	case *ast.Ident:
		x.add(x.info.ObjectOf(lhs), rhs, p)
	case *ast.SelectorExpr:
		x.add(x.info.ObjectOf(lhs.Sel), rhs, p)
	}
}

func (x *index) add(obj types.Object, e ast.Expr, p path) {
	if v, ok := obj.(*types.Var); ok {
		obj = v.Origin()
	}
	if obj != nil && obj.Pkg() == x.pkg {
		x.values[obj] = append(x.values[obj], argument{e, p})
	}
}

// fields notes the fields that a literal of a struct sets.
func (x *index) fields(lit *ast.CompositeLit) {
	t := x.info.TypeOf(lit)
	if t == nil {
		return
	}
	if ptr, ok := t.Underlying().(*types.Pointer); ok { // an element of []*T
		t = ptr.Elem()
	}
	s, ok := t.Underlying().(*types.Struct)
	if !ok {
		return
	}
	for i, e := range lit.Elts {
		if kv, ok := e.(*ast.KeyValueExpr); ok {
			if id, ok := kv.Key.(*ast.Ident); ok {
				x.add(x.info.ObjectOf(id), kv.Value, "")
			}
		} else if i < s.NumFields() {
			x.add(s.Field(i), e, "")
		}
	}
}
