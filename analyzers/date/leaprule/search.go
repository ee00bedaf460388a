package leaprule

import (
	"go/ast"
	"go/token"
	"go/types"

	"github.com/leapguard/leapguard/internal/syntax"
)

// The last leap day before 2100, which has none, and the next one.
const (
	lastLeap = 2096
	nextLeap = 2104
)

// fourYears is the least number of years that a search has to look ahead to
// come upon a leap day, but for those that begin before such a century.
const fourYears = 4

// A horizon is a variable that holds the last year of a search.
type horizon struct {
	date  types.Object // the date that is moved
	years int64
	expr  ast.Expr
}

// search reports a search for the next day of a calendar, in steps of months and
// of days, that ends some years after its beginning and so does not always come
// to a 29 February.
func (c *check) search(fn *ast.FuncDecl) {
	horizons := make(map[types.Object]horizon)
	stepped := make(map[types.Object][2]bool)
	ast.Inspect(fn.Body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.AssignStmt:
			if n.Tok == token.DEFINE && len(n.Lhs) == 1 && len(n.Rhs) == 1 {
				if h, ok := c.horizon(n.Rhs[0]); ok {
					horizons[c.object(n.Lhs[0])] = h
				}
			}
		case *ast.ForStmt:
			for _, s := range n.Body.List {
				if date, step, ok := c.step(n, s); ok {
					steps := stepped[date]
					steps[step] = true
					stepped[date] = steps
				}
			}
		}
		return true
	})
	ast.Inspect(fn.Body, func(n ast.Node) bool {
		op, ok := n.(*ast.BinaryExpr)
		if !ok || op.Op != token.GTR {
			return true
		}
		h, known := horizons[c.object(op.Y)]
		if date, ok := c.yearOf(op.X); ok && known && date == h.date && stepped[date] == [2]bool{true, true} {
			c.pass.Reportf(h.expr, "%s ends a search from 1 March %d after %d, but the next 29 February is in %d",
				syntax.Text(h.expr), lastLeap, lastLeap+h.years, nextLeap)
		}
		return true
	})
}

func (c *check) object(e ast.Expr) types.Object {
	id, ok := ast.Unparen(e).(*ast.Ident)
	if !ok {
		return nil
	}
	return c.pass.TypesInfo.ObjectOf(id)
}

// yearOf returns the variable of which e is the year.
func (c *check) yearOf(e ast.Expr) (date types.Object, ok bool) {
	if offset, isYear := c.part(e, "Year"); !isYear || offset != 0 {
		return nil, false
	}
	date = c.object(ast.Unparen(e).(*ast.CallExpr).Fun.(*ast.SelectorExpr).X)
	return date, date != nil
}

// horizon returns what e, the year of a date and some years, limits a search to.
func (c *check) horizon(e ast.Expr) (h horizon, ok bool) {
	op, ok := e.(*ast.BinaryExpr)
	if !ok || op.Op != token.ADD {
		return h, false
	}
	years, ok := c.number(op.Y)
	date, isYear := c.yearOf(op.X)
	return horizon{date, years, e}, ok && isYear && fourYears <= years && lastLeap+years < nextLeap
}

// step returns the date that a statement of a loop moves by a month (0) or by a
// day (1), as long as a condition on the date holds.
func (c *check) step(loop *ast.ForStmt, s ast.Stmt) (date types.Object, step int, ok bool) {
	if branch, isIf := s.(*ast.IfStmt); isIf && branch.Init != nil {
		s = branch.Init
	}
	assign, ok := s.(*ast.AssignStmt)
	if !ok || loop.Cond == nil || len(assign.Lhs) != 1 || len(assign.Rhs) != 1 {
		return nil, 0, false
	}
	call, ok := assign.Rhs[0].(*ast.CallExpr)
	if !ok || len(call.Args) != 3 {
		return nil, 0, false
	}
	sel, ok := call.Fun.(*ast.SelectorExpr)
	date = c.object(assign.Lhs[0])
	if !ok || sel.Sel.Name != "AddDate" || date == nil || c.object(sel.X) != date || !c.mentions(loop.Cond, date) {
		return nil, 0, false
	}
	var by [3]int64
	for i, arg := range call.Args {
		if by[i], ok = c.number(arg); !ok {
			return nil, 0, false
		}
	}
	switch by {
	case [3]int64{0, 1, 0}:
		return date, 0, true
	case [3]int64{0, 0, 1}:
		return date, 1, true
	}
	return nil, 0, false
}

func (c *check) mentions(e ast.Expr, obj types.Object) bool {
	found := false
	ast.Inspect(e, func(n ast.Node) bool {
		id, ok := n.(*ast.Ident)
		found = found || ok && c.pass.TypesInfo.Uses[id] == obj
		return !found
	})
	return found
}
