package vetted

import (
	"go/ast"
	"go/token"
	"go/types"
	"math"
	"regexp"

	"github.com/leapguard/leapguard/internal/calendar/bounds"
	"github.com/leapguard/leapguard/internal/rule"
	"github.com/leapguard/leapguard/internal/syntax"
)

// A test tells what conditions say of a number.
type test struct {
	asker *asker
	src   *rule.Source
	bad   bounds.Range
	// same reports whether an expression is the number.
	same func(ast.Expr) bool
	// args are known values of parameters.
	args map[types.Object]int64
	// calls is how many more functions are looked into.
	calls int
	// inner says that the number is a parameter that such a function was given.
	inner bool
	// judges says that a boolean which is returned tells whether the number is right,
	// and not whether something is turned on.
	judges bool
	// fails says that the function of the conditions returns an error.
	fails bool
	// copied says that the number is a copy of the one in question: to set it changes
	// nothing.
	copied bool
	// leaving says that whatever leaves a function or loop refuses, see stops.
	leaving bool
}

// is reports whether an expression is the number, and whether it counts in the same
// unit.
func (t *test) is(e ast.Expr) (ok, exact bool) {
	e = ast.Unparen(e)
	if t.same(e) {
		return true, true
	}
	switch e := e.(type) {
	case *ast.StarExpr:
		return t.is(e.X)
	case *ast.UnaryExpr:
		if e.Op == token.AND {
			return t.is(e.X)
		}
	case *ast.CallExpr:
		if isConversion(t.src, e) {
			return t.is(e.Args[0])
		}
		if sel, isSel := e.Fun.(*ast.SelectorExpr); isSel && len(e.Args) == 0 && syntax.IsNamed(t.src.Info.TypeOf(sel.X), "time", "Duration") {
			ok, _ = t.is(sel.X)
			return ok, false
		}
	}
	return false, false
}

// says reports whether a condition is what, for every bad number. What it says of
// other things is left aside.
func (t *test) says(cond ast.Expr, what bool) bool {
	switch e := ast.Unparen(cond).(type) {
	case *ast.UnaryExpr:
		return e.Op == token.NOT && t.says(e.X, !what)
	case *ast.BinaryExpr:
		switch e.Op {
		case token.LAND, token.LOR:
			if (e.Op == token.LOR) == what {
				return t.says(e.X, what) || t.says(e.Y, what)
			}
			x, y := t.says(e.X, what), t.says(e.Y, what)
			return x && y || x && !t.mentions(e.Y) || y && !t.mentions(e.X)
		case token.NEQ:
			if isNil(t.src, e.Y) {
				return what && t.refusedBy(e.X)
			}
		}
		return t.compares(e, what)
	case *ast.CallExpr:
		return t.verdict(e, what)
	}
	return false
}

func isNil(src *rule.Source, e ast.Expr) bool { return src.Info.Types[e].IsNil() }

// mentions reports whether the number occurs in an expression.
func (t *test) mentions(root ast.Node) bool {
	found := false
	ast.Inspect(root, func(n ast.Node) bool {
		e, ok := n.(ast.Expr)
		found = found || ok && t.same(e)
		return !found
	})
	return found
}

// compares: a comparison of the number with another. Of one that is not constant only
// the side is known.
func (t *test) compares(e *ast.BinaryExpr, what bool) bool {
	op, y := e.Op, e.Y
	ok, exact := t.is(e.X)
	if !ok {
		ok, exact = t.is(e.Y)
		op, y = syntax.Mirror(op), e.X
	}
	if !ok {
		return false
	}
	if !what {
		op = syntax.Negate(op)
	}
	k, known := t.value(y)
	if !known || !exact {
		if !known && !t.isLimit(y) {
			return false
		}
		switch op {
		case token.GTR, token.GEQ:
			return t.bad.Max == math.MaxInt64
		case token.LSS, token.LEQ:
			return t.bad.Max != math.MaxInt64
		}
		return false
	}
	switch op {
	case token.GTR:
		return t.bad.Min > k
	case token.GEQ:
		return t.bad.Min >= k
	case token.LSS:
		return t.bad.Max < k
	case token.LEQ:
		return t.bad.Max <= k
	case token.EQL:
		return t.bad == bounds.Range{Min: k, Max: k}
	case token.NEQ:
		return !contains(t.bad, k)
	}
	return false
}

// limiting are names of what numbers are compared with to see whether they are right.
var limiting = regexp.MustCompile(`(?i)^(lo|hi)$|min|max|limit|least|most|upper|lower|bound|floor|ceil|allowed|longest|shortest`)

// isLimit reports whether a number that is not constant may be there for others to be
// within: a variable of a package, or what the name says it of.
func (t *test) isLimit(e ast.Expr) bool {
	if call, ok := ast.Unparen(e).(*ast.CallExpr); ok && isConversion(t.src, call) {
		return t.isLimit(call.Args[0])
	}
	v := variable(place{src: t.src, node: ast.Unparen(e)})
	return v != nil && (v.Kind() == types.PackageVar || limiting.MatchString(v.Name()) || t.inner && v.Kind() == types.ParamVar)
}

// value returns the number that an expression is.
func (t *test) value(e ast.Expr) (int64, bool) {
	if n, ok := number(t.src, e); ok {
		return n, true
	}
	if id, ok := ast.Unparen(e).(*ast.Ident); ok {
		n, ok := t.args[t.src.Info.Uses[id]]
		return n, ok
	}
	return 0, false
}

// judging are names of functions that are asked whether a number is right.
var judging = regexp.MustCompile(`(?i)valid|check|range|between|bound|limit|verify|ensure|positive|require`)

// verdict: a function that returns a boolean, as it says or, of another module, by its
// name.
func (t *test) verdict(call *ast.CallExpr, what bool) bool {
	inner, body := t.into(call)
	if inner == nil {
		return false
	}
	if body == nil || len(body.List) == 0 {
		return !what && judging.MatchString(syntax.CalledName(call))
	}
	if ret, ok := body.List[0].(*ast.ReturnStmt); ok && len(ret.Results) == 1 {
		return inner.says(ret.Results[0], what)
	}
	return !what && inner.refuses(body)
}

// refusedBy: a function that returns an error.
func (t *test) refusedBy(e ast.Expr) bool {
	call, ok := ast.Unparen(e).(*ast.CallExpr)
	if !ok {
		return false
	}
	inner, body := t.into(call)
	return body != nil && inner.refuses(body)
}

// into returns the test that a function makes of its parameter if it is called with
// the number, and its body, nil where that is not in the module.
func (t *test) into(call *ast.CallExpr) (*test, *ast.BlockStmt) {
	fn := syntax.Callee(t.src.Info, call)
	if fn == nil || fn.Pkg() == nil || t.calls == 0 || call.Ellipsis.IsValid() {
		return nil, nil
	}
	fn = fn.Origin()
	params := fn.Signature().Params()
	inner := &test{asker: t.asker, bad: t.bad, calls: t.calls - 1, inner: true, judges: true, fails: fails(fn), leaving: t.leaving, args: make(map[types.Object]int64)}
	var number types.Object
	src, body := t.asker.body(fn)
	for i, arg := range call.Args {
		if i >= params.Len() {
			break
		}
		// The source of the function has variables of its own for its parameters.
		if ok, exact := t.is(arg); ok && exact && number == nil {
			number = params.At(i)
			inner.same = sameObject(src, number)
		} else if k, ok := t.value(arg); ok && body != nil {
			inner.note(src, body, params.At(i), k)
		}
	}
	if number == nil {
		return nil, nil
	}
	inner.src = src
	return inner, body
}

// sameObject returns what tells the uses of a variable in a package.
func sameObject(src *rule.Source, v types.Object) func(ast.Expr) bool {
	return func(e ast.Expr) bool {
		id, ok := e.(*ast.Ident)
		return ok && src != nil && objectAt(src.Fset, v).is(src, id)
	}
}

// note notes the value of a parameter.
func (t *test) note(src *rule.Source, body *ast.BlockStmt, param types.Object, k int64) {
	at := objectAt(src.Fset, param)
	ast.Inspect(body, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok && at.is(src, id) {
			t.args[src.Info.Uses[id]] = k
		}
		return true
	})
}

// body returns the body of a function of the module.
func (a *asker) body(fn *types.Func) (*rule.Source, *ast.BlockStmt) {
	src := a.code.Package(fn.Pkg().Path())
	if src == nil {
		return nil, nil
	}
	at := objectAt(src.Fset, fn)
	for _, file := range src.Files {
		for _, decl := range file.Decls {
			if decl, ok := decl.(*ast.FuncDecl); ok && decl.Body != nil && at.is(src, decl.Name) {
				return src, decl.Body
			}
		}
	}
	return src, nil
}
