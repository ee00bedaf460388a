package vetted

import (
	"go/ast"
	"go/types"
	"regexp"
	"slices"
	"strings"

	"github.com/leapguard/leapguard/internal/calendar/bounds"
	"github.com/leapguard/leapguard/internal/syntax"
)

// maxCalls bounds the functions within functions that are asked about a number.
const maxCalls = 2

// validated reports whether something in the module refuses bad numbers in a field or
// variable, or puts others in their place, or a tag of the field says that it is done.
func (a *asker) validated(o Origin) bool {
	if a.tagged(o) {
		return true
	}
	for _, src := range a.code.Using(o.Package, o.Object.Name) {
		t := &test{asker: a, src: src, bad: o.Bad, calls: maxCalls, same: func(e ast.Expr) bool { return o.isNumber(src, e) }}
		for _, file := range src.Files {
			for _, decl := range file.Decls {
				fn, ok := decl.(*ast.FuncDecl)
				if !ok || fn.Body == nil || !mentions(src, fn.Body, o.Object) {
					continue
				}
				t.judges = judging.MatchString(fn.Name.Name)
				t.fails = fails(src.Info.Defs[fn.Name])
				if t.refuses(fn.Body) {
					return true
				}
			}
		}
	}
	return false
}

// refuses reports whether some statement of a function refuses bad numbers.
func (t *test) refuses(body *ast.BlockStmt) bool {
	found := false
	ast.Inspect(body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.IfStmt:
			found = found || t.branches(n)
		case *ast.SwitchStmt:
			found = found || n.Tag == nil && t.cases(n)
		case *ast.ReturnStmt:
			found = found || t.judges && slices.ContainsFunc(n.Results, func(e ast.Expr) bool { return isBool(t.src.Info.TypeOf(e)) && (t.says(e, true) || t.says(e, false)) })
		case *ast.AssignStmt:
			found = found || t.clamps(n) || t.copies(n, body)
		case *ast.CallExpr:
			found = found || t.asks(n)
		case *ast.CompositeLit:
			found = found || t.listed(n, body)
		}
		return !found
	})
	return found
}

func isBool(t types.Type) bool {
	if t == nil {
		return false
	}
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&types.IsBoolean != 0
}

// branches: where a bad number goes in an if statement, it is refused.
func (t *test) branches(n *ast.IfStmt) bool {
	switch {
	case t.says(n.Cond, true):
		return t.stops(n.Body.List)
	case t.says(n.Cond, false):
		block, isBlock := n.Else.(*ast.BlockStmt)
		return isBlock && t.stops(block.List) || t.accepts(n.Body.List)
	}
	return false
}

// cases: the same of a switch.
func (t *test) cases(n *ast.SwitchStmt) bool {
	passedBy := false
	for _, stmt := range n.Body.List {
		clause := stmt.(*ast.CaseClause)
		if slices.ContainsFunc(clause.List, func(e ast.Expr) bool { return t.says(e, true) }) || clause.List == nil && passedBy {
			if t.stops(clause.Body) {
				return true
			}
		}
		passedBy = passedBy || slices.ContainsFunc(clause.List, func(e ast.Expr) bool { return t.says(e, false) })
	}
	return false
}

// accepts reports whether statements do nothing but return that all is well.
func (t *test) accepts(list []ast.Stmt) bool {
	if len(list) != 1 {
		return false
	}
	ret, ok := list[0].(*ast.ReturnStmt)
	return ok && t.isWell(ret)
}

// isWell reports whether what is returned is no error, or true.
func (t *test) isWell(ret *ast.ReturnStmt) bool {
	if len(ret.Results) == 0 {
		return false
	}
	tv := t.src.Info.Types[ret.Results[len(ret.Results)-1]]
	return tv.IsNil() && t.fails || t.judges && tv.Value != nil && tv.Value.ExactString() == "true"
}

// fails reports whether the last result of a function is an error.
func fails(fn types.Object) bool {
	f, ok := fn.(*types.Func)
	return ok && returnsError(f.Signature().Results())
}

// isRefusal reports whether an error is returned, or false where that says as much.
func (t *test) isRefusal(ret *ast.ReturnStmt) bool {
	if len(ret.Results) == 0 {
		return false
	}
	tv := t.src.Info.Types[ret.Results[len(ret.Results)-1]]
	if tv.Value != nil {
		return t.judges && tv.Value.ExactString() == "false"
	}
	return !tv.IsNil() && tv.Type != nil && types.AssignableTo(tv.Type, types.Universe.Lookup("error").Type())
}

// complaining are names of functions that do not go on, or note that something is
// wrong.
var complaining = regexp.MustCompile(`(?i)fatal|panic|exit|err|invalid|fail|reject|violat|abort|badrequest|usage`)

// stops reports whether statements refuse what led to them: they return an error,
// fail, note an error or set the number. To leave the function or the loop does
// not count without t.leaving: who does nothing for 0 expects that there may be 0.
func (t *test) stops(list []ast.Stmt) bool {
	return slices.ContainsFunc(list, func(stmt ast.Stmt) bool {
		switch s := stmt.(type) {
		case *ast.ReturnStmt:
			return t.leaving || t.isRefusal(s)
		case *ast.BranchStmt:
			return t.leaving
		case *ast.ExprStmt:
			call, ok := s.X.(*ast.CallExpr)
			return ok && complains(call)
		case *ast.AssignStmt:
			return slices.ContainsFunc(s.Lhs, func(e ast.Expr) bool { return !t.copied && t.same(ast.Unparen(e)) || t.notes(e) })
		case *ast.BlockStmt:
			return t.stops(s.List)
		case *ast.IfStmt:
			return t.stops(s.Body.List)
		}
		return false
	})
}

func complains(call *ast.CallExpr) bool {
	text := types.ExprString(call.Fun)
	name := syntax.CalledName(call)
	logs := strings.Contains(strings.ToLower(strings.TrimSuffix(text, name)), "log")
	return complaining.MatchString(name) && (!logs || !strings.Contains(strings.ToLower(name), "err"))
}

// notes reports whether what is assigned to may note that something is wrong.
func (t *test) notes(e ast.Expr) bool {
	typ := t.src.Info.TypeOf(e)
	if typ == nil {
		return false
	}
	_, isSlice := typ.Underlying().(*types.Slice)
	return isSlice || isBool(typ) || syntax.IsError(typ)
}

// clamps: the number is set to the larger, or smaller, of itself and another, or to
// what a function that compares it returns.
func (t *test) clamps(n *ast.AssignStmt) bool {
	if len(n.Lhs) != len(n.Rhs) || t.copied {
		return false
	}
	for i, e := range n.Rhs {
		call, ok := ast.Unparen(e).(*ast.CallExpr)
		if ok && t.same(ast.Unparen(n.Lhs[i])) && (t.limits(call) || t.clampedBy(call)) {
			return true
		}
	}
	return false
}

// clampedBy: a function that returns something else for bad numbers.
func (t *test) clampedBy(call *ast.CallExpr) bool {
	inner, body := t.into(call)
	if body == nil {
		return inner != nil && judging.MatchString(syntax.CalledName(call))
	}
	inner.leaving = true
	return inner.refuses(body)
}

// limits: min or max of the number and another.
func (t *test) limits(call *ast.CallExpr) bool {
	name := builtin(t.src, call)
	if name != "min" && name != "max" || !t.mentions(call) {
		return false
	}
	return slices.ContainsFunc(call.Args, func(arg ast.Expr) bool {
		if ok, _ := t.is(arg); ok {
			return false
		}
		k, known := t.value(arg)
		if name == "min" {
			return t.bad.Max == endOfAll && (known && k < t.bad.Min || !known && t.isLimit(arg))
		}
		return t.bad.Max != endOfAll && (known && k > t.bad.Max || !known && t.isLimit(arg))
	})
}

// asks: a function that returns an error is called with the number, or one to which
// others next to it say what the limits are, as in Field(&n, Min(1), Max(9)).
func (t *test) asks(call *ast.CallExpr) bool {
	if !slices.ContainsFunc(call.Args, func(arg ast.Expr) bool { ok, _ := t.is(arg); return ok }) {
		return false
	}
	if returnsError(t.src.Info.TypeOf(call)) {
		inner, body := t.into(call)
		if body != nil && inner.refuses(body) || inner != nil && body == nil && judging.MatchString(syntax.CalledName(call)) {
			return true
		}
	}
	return slices.ContainsFunc(call.Args, func(arg ast.Expr) bool {
		limit, ok := ast.Unparen(arg).(*ast.CallExpr)
		if !ok || len(limit.Args) == 0 {
			return false
		}
		k, known := t.value(limit.Args[0])
		return known && limited(strings.ToLower(syntax.CalledName(limit)), k, t.bad)
	})
}

func returnsError(t types.Type) bool {
	if t == nil {
		return false
	}
	if tuple, ok := t.(*types.Tuple); ok {
		return tuple.Len() > 0 && syntax.IsError(tuple.At(tuple.Len()-1).Type())
	}
	return syntax.IsError(t)
}

// guarded reports whether code before an expression, or around it, keeps bad numbers
// from it.
func (a *asker) guarded(p place, bad bounds.Range) bool {
	text := types.ExprString(plain(p))
	t := &test{asker: a, src: p.src, bad: bad, calls: maxCalls, leaving: true, same: func(e ast.Expr) bool { return types.ExprString(e) == text }}
	child := p.node
	for _, node := range slices.Backward(p.stack) {
		switch n := node.(type) {
		case *ast.IfStmt:
			if n.Body == child && t.says(n.Cond, false) || n.Else == child && t.says(n.Cond, true) {
				return true
			}
		case *ast.BlockStmt:
			if t.stopsBefore(n.List, child) {
				return true
			}
		case *ast.CaseClause:
			if len(n.List) > 0 && !slices.ContainsFunc(n.List, func(e ast.Expr) bool { return !t.says(e, false) }) || t.stopsBefore(n.Body, child) {
				return true
			}
		}
		child = node
	}
	return false
}

// plain returns an expression without what does not change its value.
func plain(p place) ast.Expr {
	e := ast.Unparen(p.node.(ast.Expr))
	if call, ok := e.(*ast.CallExpr); ok && isConversion(p.src, call) {
		return plain(p.in(call.Args[0]))
	}
	return e
}

// stopsBefore reports whether a statement before another does not let bad numbers
// through, and none after it sets the number.
func (t *test) stopsBefore(list []ast.Stmt, before ast.Node) bool {
	stopped := false
	for _, stmt := range list {
		if stmt == before {
			return stopped
		}
		switch n := stmt.(type) {
		case *ast.IfStmt:
			stopped = stopped || (t.says(n.Cond, true) || t.initRefuses(n)) && t.stops(n.Body.List)
		case *ast.AssignStmt:
			stopped = stopped && !slices.ContainsFunc(n.Lhs, t.same)
		}
	}
	return false
}

// initRefuses: if err := check(n); err != nil.
func (t *test) initRefuses(n *ast.IfStmt) bool {
	init, ok := n.Init.(*ast.AssignStmt)
	return ok && len(init.Rhs) == 1 && t.refusedBy(init.Rhs[0])
}
