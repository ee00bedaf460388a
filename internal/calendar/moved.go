package calendar

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/types/typeutil"

	"github.com/leapguard/leapguard/internal/syntax"
)

// A yearMoves finds out by syntax and types whether a package adds something to
// a year. It follows years through variables, fields, parameters and results,
// whatever the order of statements.
type yearMoves struct {
	pass  *analysis.Pass
	fn    types.Object                    // the function declared last, which a return is mostly in
	edges map[types.Object][]types.Object // what is assigned to what
	years map[types.Object]bool           // hold a year
	sums  map[types.Object]bool           // are added to
	found bool
}

// movesYear reports whether the package adds something to a year, as far as
// syntax and types tell.
func movesYear(pass *analysis.Pass) bool {
	y := &yearMoves{
		pass:  pass,
		edges: make(map[types.Object][]types.Object),
		years: make(map[types.Object]bool),
		sums:  make(map[types.Object]bool),
	}
	for _, file := range pass.Files {
		for _, n := range syntax.NodesOf(pass, file) {
			if y.visit(n); y.found {
				return true
			}
		}
	}
	for obj := range y.years {
		y.spread(obj)
	}
	return y.found
}

// spread marks what a year may be assigned to.
func (y *yearMoves) spread(obj types.Object) {
	y.found = y.found || y.sums[obj]
	for _, to := range y.edges[obj] {
		if !y.years[to] {
			y.years[to] = true
			y.spread(to)
		}
	}
}

func (y *yearMoves) visit(n ast.Node) {
	switch n := n.(type) {
	case *ast.FuncDecl:
		y.fn = y.pass.TypesInfo.Defs[n.Name]
	case *ast.BinaryExpr:
		if n.Op == token.ADD || n.Op == token.SUB {
			y.sum(n.X, n.Y)
			y.sum(n.Y, n.X)
		}
	case *ast.IncDecStmt:
		y.sum(n.X, nil)
	case *ast.AssignStmt:
		if n.Tok == token.ADD_ASSIGN || n.Tok == token.SUB_ASSIGN {
			y.sum(n.Lhs[0], n.Rhs[0])
			break
		}
		y.assignAll(n.Lhs, n.Rhs)
	case *ast.ValueSpec:
		lhs := make([]ast.Expr, len(n.Names))
		for i, name := range n.Names {
			lhs[i] = name
		}
		y.assignAll(lhs, n.Values)
	case *ast.ReturnStmt:
		for _, result := range n.Results {
			y.assign(y.fn, result)
		}
	case *ast.KeyValueExpr:
		y.assign(y.object(n.Key), n.Value)
	case *ast.CompositeLit:
		y.positional(n)
	case *ast.CallExpr:
		y.arguments(n)
	}
}

func (y *yearMoves) assignAll(lhs, rhs []ast.Expr) {
	for i, x := range lhs {
		switch {
		case len(rhs) == len(lhs):
			y.assign(y.object(x), rhs[i])
		case len(rhs) == 1 && (i == 0 || !y.isTimeMethod(rhs[0])):
			y.assign(y.object(x), rhs[0])
		}
	}
}

func (y *yearMoves) isTimeMethod(e ast.Expr) bool {
	call, ok := ast.Unparen(e).(*ast.CallExpr)
	return ok && yearMethods[y.timeMethod(call)]
}

var yearMethods = map[string]bool{"Year": true, "Date": true}

func (y *yearMoves) timeMethod(call *ast.CallExpr) string {
	fn, ok := typeutil.Callee(y.pass.TypesInfo, call).(*types.Func)
	if !ok || fn.Signature().Recv() == nil || !isTime(fn.Signature().Recv().Type()) {
		return ""
	}
	return fn.Name()
}

func (y *yearMoves) positional(lit *ast.CompositeLit) {
	t := y.pass.TypesInfo.TypeOf(lit)
	if t == nil {
		return
	}
	st, ok := t.Underlying().(*types.Struct)
	if !ok {
		return
	}
	for i, e := range lit.Elts {
		if _, keyed := e.(*ast.KeyValueExpr); !keyed && i < st.NumFields() {
			y.assign(st.Field(i).Origin(), e)
		}
	}
}

func (y *yearMoves) arguments(call *ast.CallExpr) {
	fn, ok := typeutil.Callee(y.pass.TypesInfo, call).(*types.Func)
	if !ok || fn.Pkg() != y.pass.Pkg {
		return
	}
	params := fn.Origin().Signature().Params()
	for i, arg := range call.Args {
		if i < params.Len() {
			y.assign(params.At(i), arg)
		}
	}
}

// assign notes that a value is assigned to obj.
func (y *yearMoves) assign(obj types.Object, value ast.Expr) {
	if obj == nil {
		return
	}
	from, isYear := y.source(value)
	if isYear {
		y.years[obj] = true
	} else if from != nil {
		y.edges[from] = append(y.edges[from], obj)
	}
}

// sum notes that a number, one if it is nil, is added to e.
func (y *yearMoves) sum(e, number ast.Expr) {
	if number != nil && y.countsFromEra(number) {
		return
	}
	obj, isYear := y.source(e)
	if isYear {
		y.found = true
	} else if obj != nil {
		y.sums[obj] = true
	}
}

// era is the least number that is added to years to count them from another one,
// such as 1900, rather than to reach a later year.
const era = 100

// countsFromEra reports whether a number is constant and no less than era.
func (y *yearMoves) countsFromEra(number ast.Expr) bool {
	value := y.pass.TypesInfo.Types[number].Value
	if value == nil || value.Kind() != constant.Int {
		return false
	}
	n, exact := constant.Int64Val(value)
	return exact && max(n, -n) >= era
}

// source tells whether an expression is a year or else, if it is a variable,
// field or call, which.
func (y *yearMoves) source(e ast.Expr) (obj types.Object, isYear bool) {
	e = ast.Unparen(e)
	call, ok := e.(*ast.CallExpr)
	if !ok {
		return y.object(e), y.isCivilYear(e)
	}
	if tv := y.pass.TypesInfo.Types[call.Fun]; tv.IsType() && len(call.Args) == 1 {
		return y.source(call.Args[0])
	}
	if yearMethods[y.timeMethod(call)] {
		return nil, true
	}
	fn, ok := typeutil.Callee(y.pass.TypesInfo, call).(*types.Func)
	switch {
	case !ok || fn.Pkg() == nil:
		return nil, false
	case fn.Pkg() == y.pass.Pkg:
		return fn.Origin(), false
	}
	if y.pass.ImportObjectFact(fn.Origin(), new(DatePart)) {
		y.found = true // it may add to the year itself
	}
	return nil, false
}

func (y *yearMoves) isCivilYear(e ast.Expr) bool {
	sel, ok := e.(*ast.SelectorExpr)
	if !ok || sel.Sel.Name != civilNames[0] {
		return false
	}
	t := y.pass.TypesInfo.TypeOf(sel.X)
	return t != nil && civilOf(t) != Civil{}
}

// object returns the variable or field that an expression denotes, or nil.
func (y *yearMoves) object(e ast.Expr) types.Object {
	var id *ast.Ident
	switch e := ast.Unparen(e).(type) {
	case *ast.Ident:
		id = e
	case *ast.SelectorExpr:
		id = e.Sel
	default:
		return nil
	}
	v, ok := y.pass.TypesInfo.ObjectOf(id).(*types.Var)
	if !ok {
		return nil
	}
	return v.Origin()
}
