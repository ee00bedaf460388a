package durunit

import (
	"fmt"
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"slices"
	"time"

	"github.com/leapguard/leapguard/internal/syntax"
)

// A typo is a number that is mistyped where its product with the unit is what
// it is next to: 356 days for 365.
type typo struct {
	typed, meant int64
	unit         []int64 // product of the other factors, nanoseconds or plain
}

var typos = []typo{
	{356, 365, []int64{24, 1440, 86400, 86400 * 1000, int64(24 * time.Hour)}},
	{8670, 8760, []int64{60, 3600, int64(time.Hour)}},
	{84600, 86400, []int64{365, 1000, int64(time.Second), 1e9}},
}

// typo reports a product of a mistyped number and the units that belong to it.
func (c *check) typo(e *ast.BinaryExpr) {
	if e.Op != token.MUL || !hasNumber(e) {
		return
	}
	for _, t := range typos {
		lit, rest := c.without(e, t.typed)
		if lit == nil {
			continue
		}
		if slices.Contains(t.unit, rest) && !c.inOperation(e) {
			c.report(e, fmt.Sprintf("%s is %d times %s, not %d", syntax.Text(e), t.typed, unitName(t.meant), t.meant))
			return
		}
	}
}

// hasNumber reports whether a literal of as many digits as those of typos have
// is a factor of a product.
func hasNumber(e ast.Expr) bool {
	switch e := ast.Unparen(e).(type) {
	case *ast.BinaryExpr:
		return hasNumber(e.X) || hasNumber(e.Y)
	case *ast.CallExpr: // of a type, perhaps
		return len(e.Args) == 1 && hasNumber(e.Args[0])
	case *ast.BasicLit:
		return len(e.Value) >= len("356")
	}
	return false
}

// unitName names what the number that was meant counts.
func unitName(meant int64) string {
	return map[int64]string{365: "a day, for a year", 8760: "an hour, for a year", 86400: "a second, for a day"}[meant]
}

// without finds a literal in a product and returns the product of the other
// constant factors; those that are not constant count as 1.
func (c *check) without(e ast.Expr, value int64) (lit *ast.BasicLit, rest int64) {
	e = ast.Unparen(e)
	if product, ok := e.(*ast.BinaryExpr); ok && product.Op == token.MUL {
		l, x := c.without(product.X, value)
		r, y := c.without(product.Y, value)
		if l == nil {
			l = r
		}
		return l, x * y
	}
	if conv, ok := e.(*ast.CallExpr); ok && len(conv.Args) == 1 && c.pass.TypesInfo.Types[conv.Fun].IsType() {
		return c.without(conv.Args[0], value)
	}
	tv := c.pass.TypesInfo.Types[e]
	if tv.Value == nil {
		return nil, 1
	}
	n, ok := constant.Int64Val(constant.ToInt(tv.Value))
	if l, isLit := e.(*ast.BasicLit); isLit && ok && n == value {
		return l, 1
	}
	if !ok {
		return nil, 0
	}
	return nil, n
}

// quotient reports a Duration that is divided as if it counted hours or
// seconds, and then taken for days, years and the like.
func (c *check) quotient(e *ast.BinaryExpr) {
	if e.Op != token.QUO || !isDuration(c.pass.TypesInfo.TypeOf(e)) {
		return
	}
	dividend, by := c.dividend(e)
	if dividend == nil || !calendarFactor(by) || c.inOperation(e) || c.isCounted(dividend) {
		return
	}
	use := c.use(e)
	if use == "" || by < 365 && use != byAddDate {
		return // a part of a day may be meant
	}
	day := 24 * time.Hour
	c.report(e, fmt.Sprintf("%s of %s is %d, taken for %s", syntax.Text(e), "24h", int64(day)/by, use))
}

// dividend splits a Duration divided by plain numbers.
func (c *check) dividend(e ast.Expr) (x ast.Expr, by int64) {
	e = ast.Unparen(e)
	q, ok := e.(*ast.BinaryExpr)
	if !ok || q.Op != token.QUO {
		if tv := c.pass.TypesInfo.Types[e]; tv.Value != nil || !isDuration(tv.Type) {
			return nil, 0
		}
		return e, 1
	}
	k := c.factorOf(q.Y)
	x, by = c.dividend(q.X)
	return x, by * k
}

// calendarFactor reports whether a number converts between hours, days, weeks
// and years, or seconds and longer units.
func calendarFactor(k int64) bool {
	switch k {
	case 24, 60, 365, 3600, 1440, 86400, 24 * 7, 24 * 30, 24 * 365, 7 * 86400, 30 * 86400:
		return true
	}
	return false
}

// isCounted reports whether a variable of type Duration may hold a count of
// something: it is made by division or conversion of a number, or comes from
// elsewhere with the name of a unit.
func (c *check) isCounted(e ast.Expr) bool {
	id, ok := ast.Unparen(e).(*ast.Ident)
	if !ok {
		_, isCall := ast.Unparen(e).(*ast.CallExpr)
		return !isCall || c.makesCount(e)
	}
	v, ok := c.pass.TypesInfo.Uses[id].(*types.Var)
	if !ok || v.Kind() == types.PackageVar {
		return true
	}
	w := words(v.Name())
	unit := len(w) > 0 && units[w[len(w)-1]] > 0
	if v.Kind() != types.LocalVar {
		return unit
	}
	assigned, counted := false, false
	for _, n := range syntax.NodesOf(c.pass.Pass, c.pass.FileOf(e.Pos())) {
		a, ok := n.(*ast.AssignStmt)
		if !ok {
			continue
		}
		for i, lhs := range a.Lhs {
			if id, ok := lhs.(*ast.Ident); !ok || c.pass.TypesInfo.ObjectOf(id) != v {
				continue
			}
			assigned = true
			counted = counted || a.Tok != token.ASSIGN && a.Tok != token.DEFINE || len(a.Rhs) == len(a.Lhs) && c.makesCount(a.Rhs[i])
		}
	}
	return counted || !assigned
}

// makesCount reports whether a Duration is computed such that it may count
// something else than nanoseconds: by conversion of a number, or division.
func (c *check) makesCount(e ast.Expr) bool {
	found := false
	ast.Inspect(e, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.BinaryExpr:
			found = found || n.Op == token.QUO
		case *ast.CallExpr:
			found = found || c.pass.TypesInfo.Types[n.Fun].IsType()
		case *ast.BasicLit:
			found = true
		}
		return !found
	})
	return found
}

const byAddDate = "a number of days by AddDate"

// use says what an operation is used for: an argument of AddDate, or a
// variable named after a unit. It looks through conversions to integers and
// multiplication; "" for anything else.
func (c *check) use(e *ast.BinaryExpr) string {
	for _, outer := range slices.Backward(c.pass.Enclosing(e)) {
		switch parent := outer.(type) {
		case *ast.ParenExpr, *ast.UnaryExpr:
		case *ast.BinaryExpr:
			if parent.Op != token.MUL {
				return ""
			}
		case *ast.CallExpr:
			if c.pass.TypesInfo.Types[parent.Fun].IsType() && !isDuration(c.pass.TypesInfo.TypeOf(parent)) {
				continue
			}
			if fn := c.pass.Callee(parent); fn != nil && fn.FullName() == "(time.Time).AddDate" {
				return byAddDate
			}
			return ""
		case *ast.AssignStmt:
			if id, ok := parent.Lhs[0].(*ast.Ident); ok && len(parent.Lhs) == 1 {
				return unitOf(id.Name)
			}
			return ""
		case *ast.ValueSpec:
			return unitOf(parent.Names[0].Name)
		default:
			return ""
		}
	}
	return ""
}

// unitOf returns what a variable counts by its name.
func unitOf(name string) string {
	w := words(name)
	if len(w) > 0 && units[w[len(w)-1]] >= units["hours"] {
		return "a number of " + w[len(w)-1] + " in " + name
	}
	return ""
}
