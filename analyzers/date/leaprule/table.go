package leaprule

import (
	"go/ast"
	"go/token"
	"go/types"

	"github.com/leapguard/leapguard/internal/calendar"
	"github.com/leapguard/leapguard/internal/syntax"
)

// index reports elements of tables by day of the year or by month that do not
// fit a leap year.
func (c *check) index(e *ast.IndexExpr, decl ast.Decl, s *scope) {
	if s.yearDay {
		c.byYearDay(e, decl)
	}
	if s.month && !s.numbers[29] && !s.leap && len(s.moduli) == 0 {
		c.byMonth(e)
	}
}

// byYearDay reports an array indexed by day of the year that has no place for
// the last day of a leap year.
func (c *check) byYearDay(e *ast.IndexExpr, decl ast.Decl) {
	length, ok := c.length(e.X)
	offset, known := c.part(e.Index, "YearDay")
	if !ok || !known || length != 365 && length != 366 || c.compared(decl) {
		return
	}
	last := calendar.Date{Year: calendar.Epoch, Month: 12, Day: 31}
	if i := last.Time().YearDay() + offset; int64(i) >= length {
		c.pass.Reportf(e, "%s is out of range on %s: index %d, length %d", syntax.Text(e), last, i, length)
	}
}

// length returns the length of an array, or of one that is pointed to.
func (c *check) length(e ast.Expr) (int64, bool) {
	t := c.typeOf(e)
	if t == nil {
		return 0, false
	}
	t = t.Underlying()
	if ptr, ok := t.(*types.Pointer); ok {
		t = ptr.Elem().Underlying()
	}
	array, ok := t.(*types.Array)
	if !ok {
		return 0, false
	}
	return array.Len(), true
}

// part returns what is added to the result of a method of time.Time, if e is
// such a sum.
func (c *check) part(e ast.Expr, method string) (offset int, ok bool) {
	e = c.strip(e)
	if op, isOp := e.(*ast.BinaryExpr); isOp && (op.Op == token.SUB || op.Op == token.ADD) {
		k, isConst := c.number(op.Y)
		if op.Op == token.SUB {
			k = -k
		}
		offset, ok = c.part(op.X, method)
		return offset + int(k), ok && isConst
	}
	call, isCall := e.(*ast.CallExpr)
	if !isCall {
		return 0, false
	}
	sel, isSel := call.Fun.(*ast.SelectorExpr)
	if !isSel || sel.Sel.Name != method {
		return 0, false
	}
	fn, isFunc := c.pass.TypesInfo.Uses[sel.Sel].(*types.Func)
	return 0, isFunc && fn.Pkg() != nil && fn.Pkg().Path() == "time"
}

// compared reports whether days of the year are compared in a declaration.
func (c *check) compared(decl ast.Decl) bool {
	found := false
	ast.Inspect(decl, func(n ast.Node) bool {
		if op, ok := n.(*ast.BinaryExpr); ok && isBool(c.typeOf(op)) {
			for _, e := range []ast.Expr{op.X, op.Y} {
				_, isDay := c.part(e, "YearDay")
				found = found || isDay
			}
		}
		return !found
	})
	return found
}

// byMonth reports a table of month lengths that is indexed by the month of a
// date where nothing is known of leap years.
func (c *check) byMonth(e *ast.IndexExpr) {
	offset, ok := c.part(e.Index, "Month")
	id, isIdent := ast.Unparen(e.X).(*ast.Ident)
	if !ok || !isIdent {
		return
	}
	lit := c.tables()[c.pass.TypesInfo.Uses[id]]
	if lit == nil || !c.lengthsOfMonths(lit, offset) || c.leapElsewhere() {
		return
	}
	c.pass.Reportf(e, "%s is 28 on %s", syntax.Text(e), calendar.LeapDay(calendar.Epoch))
}

// leapElsewhere reports whether anything in the package is about leap years.
func (c *check) leapElsewhere() bool {
	for _, file := range c.pass.Files {
		if s := c.scan(file); s.leap || s.centuries() || s.numbers[366] {
			return true
		}
	}
	return false
}

// tables returns the composite literals that variables of the package hold, as
// long as no element is assigned and no address is taken.
func (c *check) tables() map[types.Object]*ast.CompositeLit {
	if c.literals != nil {
		return c.literals
	}
	c.literals = make(map[types.Object]*ast.CompositeLit)
	changed := make(map[types.Object]bool)
	object := func(e ast.Expr) types.Object {
		if index, ok := ast.Unparen(e).(*ast.IndexExpr); ok {
			e = index.X
		}
		id, _ := ast.Unparen(e).(*ast.Ident)
		return c.pass.TypesInfo.ObjectOf(id)
	}
	hold := func(variable ast.Expr, value ast.Expr) {
		if lit, ok := value.(*ast.CompositeLit); ok {
			c.literals[object(variable)] = lit
		}
	}
	for _, file := range c.pass.Files {
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.ValueSpec:
				for i, value := range n.Values {
					if len(n.Values) == len(n.Names) {
						hold(n.Names[i], value)
					}
				}
			case *ast.AssignStmt:
				for i, lhs := range n.Lhs {
					if n.Tok != token.DEFINE {
						changed[object(lhs)] = true
					} else if len(n.Lhs) == len(n.Rhs) {
						hold(lhs, n.Rhs[i])
					}
				}
			case *ast.IncDecStmt:
				changed[object(n.X)] = true
			case *ast.UnaryExpr:
				if n.Op == token.AND {
					changed[object(n.X)] = true
				}
			}
			return true
		})
	}
	for obj := range changed {
		delete(c.literals, obj)
	}
	return c.literals
}

// lengthsOfMonths reports whether a literal holds the lengths of the months of
// a common year, such that that of a month is at its number plus offset.
func (c *check) lengthsOfMonths(lit *ast.CompositeLit, offset int) bool {
	held := make(map[int]int64)
	next := 0
	for _, e := range lit.Elts {
		if kv, ok := e.(*ast.KeyValueExpr); ok {
			k, ok := c.number(kv.Key)
			if !ok {
				return false
			}
			next, e = int(k), kv.Value
		}
		n, ok := c.number(e)
		if !ok {
			return false
		}
		held[next] = n
		next++
	}
	for i, want := range lengths {
		if held[i+1+offset] != int64(want) {
			return false
		}
	}
	return true
}
