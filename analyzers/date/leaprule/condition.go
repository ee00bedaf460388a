package leaprule

import (
	"fmt"
	"go/ast"
	"go/token"
	"regexp"
	"slices"
	"strings"

	"github.com/leapguard/leapguard/internal/syntax"
)

// isCondition reports whether e is a condition made of others.
func (c *check) isCondition(e ast.Expr) bool {
	switch e := e.(type) {
	case *ast.BinaryExpr:
		switch e.Op {
		case token.LAND, token.LOR, token.EQL, token.NEQ, token.LSS, token.LEQ, token.GTR, token.GEQ:
			return isBool(c.typeOf(e))
		}
	case *ast.UnaryExpr:
		return e.Op == token.NOT
	}
	return false
}

// condition reports a condition that tells leap years from others wrongly. All
// remainders that the declaration takes of the year must be in it, or else it
// may be one of several steps.
func (c *check) condition(e ast.Expr, stack []ast.Node, s *scope) {
	if outer, ok := above(stack).(ast.Expr); ok && c.isCondition(outer) {
		return
	}
	own := c.scan(e)
	if len(own.moduli) != 1 {
		return
	}
	for x, m := range own.moduli {
		shown := m.evidence()
		if shown == none || s.switched[x] || !m.has(s.moduli[x]) ||
			shown == julian && (s.leap || s.centuries() || !c.selects(e, x, stack, s)) {
			return
		}
		if r, ok := worst(c.outcomes(e, x), limit(shown, x)); ok {
			what := "does not hold for %d, which is a leap year"
			if r.holds {
				what = "holds for %d, which is no leap year"
			}
			if r.common {
				what = "does not hold for %d, which is no leap year"
				if r.holds {
					what = "holds for %d, which is a leap year"
				}
			}
			if !c.discussed(e, r.year) {
				c.pass.Reportf(e, "%s "+what, syntax.Text(e), r.year)
			}
		}
	}
}

// above returns the innermost node of a stack but for parentheses.
func above(stack []ast.Node) ast.Node {
	for _, n := range slices.Backward(stack) {
		if _, ok := n.(*ast.ParenExpr); !ok {
			return n
		}
	}
	return nil
}

// selects reports whether what depends on a condition shows that it is meant to
// tell leap years: the length of February or of the year, the name of the
// variable or method, or that it is about February.
func (c *check) selects(e ast.Expr, x string, stack []ast.Node, s *scope) bool {
	switch n := above(stack).(type) {
	case *ast.IfStmt:
		if n.Cond == e && c.lengths(n, s) {
			return true
		}
	case *ast.CaseClause:
		if c.lengths(n, s) {
			return true
		}
	case *ast.AssignStmt:
		if len(n.Lhs) == 1 && namedLeap(c.text(n.Lhs[0])) {
			return true
		}
	case *ast.ValueSpec:
		return namedLeap(n.Names[0].Name)
	case *ast.KeyValueExpr:
		return namedLeap(c.text(n.Key))
	case *ast.ReturnStmt:
		return namedLeap(c.enclosing(stack))
	}
	return strings.Contains(strings.ToLower(x), "year") && c.february(e)
}

// lengths reports whether a branch decides on the length of February or of a
// year.
func (c *check) lengths(branch ast.Node, s *scope) bool {
	own := c.scan(branch).numbers
	return s.numbers[28] && s.numbers[29] && (own[28] || own[29]) ||
		s.numbers[365] && s.numbers[366] && (own[365] || own[366])
}

// february reports whether one of the conditions in e is that a month is
// February.
func (c *check) february(e ast.Expr) bool {
	found := false
	ast.Inspect(e, func(n ast.Node) bool {
		if op, ok := n.(*ast.BinaryExpr); ok && op.Op == token.EQL {
			for _, pair := range [][2]ast.Expr{{op.X, op.Y}, {op.Y, op.X}} {
				k, ok := c.number(pair[0])
				found = found || ok && k == 2 && strings.Contains(strings.ToLower(c.text(pair[1])), "mon")
			}
		}
		return !found
	})
	return found
}

// enclosing returns the name of the innermost function of a stack.
func (c *check) enclosing(stack []ast.Node) string {
	for _, n := range slices.Backward(stack) {
		switch n := n.(type) {
		case *ast.FuncDecl:
			return n.Name.Name
		case *ast.FuncLit:
			return c.names[n]
		}
	}
	return ""
}

// maxAtoms bounds the conditions that are not about the year within one.
const maxAtoms = 4

// outcomes returns what a condition is in each year if the conditions in it
// that are not about the year hold or do not, in all combinations.
func (c *check) outcomes(e ast.Expr, x string) []values {
	run := &interpretation{check: c, x: x, atoms: make(map[string]int)}
	run.year = firstYear
	if _, ok := run.truth(e); !ok || len(run.atoms) > maxAtoms {
		return nil
	}
	var all []values
	for run.assumed = range 1 << len(run.atoms) {
		out := make(values, 0, lastYear-firstYear+1)
		for run.year = firstYear; run.year <= lastYear; run.year++ {
			holds, ok := run.truth(e)
			if !ok {
				return nil
			}
			out = append(out, holds)
		}
		all = append(all, out)
	}
	return all
}

// An interpretation computes a condition for one year.
type interpretation struct {
	*check
	x       string // text of the year
	year    int
	atoms   map[string]int // conditions that are not about the year, by text
	assumed int            // bits: which atoms hold
}

func (r *interpretation) truth(e ast.Expr) (holds, ok bool) {
	switch e := ast.Unparen(e).(type) {
	case *ast.UnaryExpr:
		if e.Op == token.NOT {
			holds, ok = r.truth(e.X)
			return !holds, ok
		}
	case *ast.BinaryExpr:
		switch e.Op {
		case token.LAND, token.LOR:
			x, okX := r.truth(e.X)
			y, okY := r.truth(e.Y)
			if e.Op == token.LAND {
				return x && y, okX && okY
			}
			return x || y, okX && okY
		case token.EQL, token.NEQ, token.LSS, token.LEQ, token.GTR, token.GEQ:
			x, okX := r.number(e.X)
			y, okY := r.number(e.Y)
			if okX && okY {
				return compare(e.Op, x, y), true
			}
		}
	}
	return r.atom(e)
}

// atom returns what is assumed of a condition that is not about the year.
func (r *interpretation) atom(e ast.Expr) (holds, ok bool) {
	text := r.text(e)
	if strings.Contains(text, r.x) && len(r.scan(e).moduli) > 0 {
		return false, false
	}
	i, known := r.atoms[text]
	if !known {
		i = len(r.atoms)
		r.atoms[text] = i
	}
	return r.assumed>>i&1 != 0, true
}

func (r *interpretation) number(e ast.Expr) (int, bool) {
	if k, ok := r.check.number(e); ok {
		return int(k), true
	}
	if r.text(e) == r.x {
		return r.year, true
	}
	op, ok := r.strip(e).(*ast.BinaryExpr)
	if !ok {
		return 0, false
	}
	x, okX := r.number(op.X)
	y, okY := r.number(op.Y)
	switch {
	case !okX || !okY:
	case op.Op == token.REM && y > 0:
		return x % y, true
	case op.Op == token.AND:
		return x & y, true
	}
	return 0, false
}

func compare(op token.Token, x, y int) bool {
	switch op {
	case token.EQL:
		return x == y
	case token.NEQ:
		return x != y
	case token.LSS:
		return x < y
	case token.LEQ:
		return x <= y
	case token.GTR:
		return x > y
	}
	return x >= y
}

// discussed reports whether a comment speaks of the year in which a rule is wrong:
// then the rule is that of another calendar, or an old program's.
func (c *check) discussed(e ast.Node, year int) bool {
	return c.pass.Discusses(e.Pos(), regexp.MustCompile(fmt.Sprintf(`\b%d\b`, year)))
}
