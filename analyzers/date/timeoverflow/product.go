package timeoverflow

import (
	"fmt"
	"go/ast"
	"go/constant"
	"go/token"
	"math"
	"time"

	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/calendar/bounds"
	"github.com/leapguard/leapguard/internal/flow"
	"github.com/leapguard/leapguard/internal/rule"
	"github.com/leapguard/leapguard/internal/syntax"
	"github.com/leapguard/leapguard/internal/vetted"
)

// most is the count up to which a product that overflows is reported: hundreds
// of years are typed by people who mean "for ever", but hardly a hundred
// thousand days.
var most = rule.Option[int]{
	Name:    "count",
	Default: 1000,
	Strict:  1000,
	Doc:     "largest number of years, days, ... that must not overflow; days do from 106752 on",
}

// constantFactor returns the product of the constant factors of a product, at
// most math.MaxInt64; 0 if one of them is not positive.
func (c *check) constantFactor(e ast.Expr) int64 {
	e = ast.Unparen(e)
	if tv := c.pass.TypesInfo.Types[e]; tv.Value != nil {
		k, ok := constant.Int64Val(constant.ToInt(tv.Value))
		if !ok || k < 0 {
			return 0
		}
		return k
	}
	switch e := e.(type) {
	case *ast.BinaryExpr:
		if e.Op == token.MUL {
			return times(c.constantFactor(e.X), c.constantFactor(e.Y))
		}
	case *ast.CallExpr:
		if len(e.Args) == 1 && c.pass.TypesInfo.Types[e.Fun].IsType() {
			return c.constantFactor(e.Args[0])
		}
	}
	return 1
}

// times multiplies numbers that are not negative, up to math.MaxInt64.
func times(a, b int64) int64 {
	if a != 0 && b > math.MaxInt64/a {
		return math.MaxInt64
	}
	return a * b
}

// product reports a Duration made of a count and a unit so long that some count
// up to most overflows, if nothing keeps that count out.
func (c *check) product(v *ssa.BinOp) {
	for _, ref := range *v.Referrers() {
		if outer, ok := ref.(*ssa.BinOp); ok && outer.Op == token.MUL && c.suspects[outer.Pos()] != nil {
			return // the whole product is judged
		}
	}
	count, unit, ok := c.factors(v)
	if c.inTest(v.Pos()) || !ok || count == nil || unit <= c.longest || !isInput(count) || c.bounds.Ordered(count) {
		return
	}
	conds := c.bounds.ConditionsAt(v.Block())
	r := c.bounds.Given(count, conds)
	first := max(math.MaxInt64/unit+1, r.Min)
	name := c.countName(c.suspects[v.Pos()])
	if first > c.most || first > r.Max || name == "" || c.asked(conds, count) {
		return
	}
	wrapped := time.Duration(uint64(first) * uint64(unit))
	start := time.Date(2026, time.January, 1, 0, 0, 0, 0, time.UTC)
	if origins := c.finder.Origins(count, conds, bounds.Range{Min: first, Max: math.MaxInt64}); len(origins) > 0 {
		c.doubts = append(c.doubts, vetted.Doubt{Place: c.pass.RangeOf(flow.ExprOf(c.pass.Pass, v)), Origins: origins})
	}
	c.report(v, fmt.Sprintf("%s overflows for %s = %d: added to %s it gives %s", syntax.Text(flow.ExprOf(c.pass.Pass, v)),
		name, first, start.Format(time.DateOnly), start.Add(wrapped).Format(time.DateOnly)))
}

// countName writes the factor of a product that is not constant.
func (c *check) countName(e ast.Expr) string {
	e = ast.Unparen(e)
	if c.pass.TypesInfo.Types[e].Value != nil {
		return ""
	}
	switch x := e.(type) {
	case *ast.BinaryExpr:
		if x.Op == token.MUL {
			return c.countName(x.X) + c.countName(x.Y)
		}
	case *ast.CallExpr:
		if len(x.Args) == 1 && c.pass.TypesInfo.Types[x.Fun].IsType() {
			return c.countName(x.Args[0])
		}
	}
	return syntax.Text(e)
}

// factors splits a product into its one factor that is not constant and the
// product of those that are.
func (c *check) factors(v ssa.Value) (count ssa.Value, unit int64, ok bool) {
	if k, ok := c.prog.Fold(v); ok {
		n, exact := constant.Int64Val(constant.ToInt(k))
		return nil, n, exact && n > 0
	}
	v = bounds.Strip(v)
	product, isProduct := v.(*ssa.BinOp)
	if !isProduct || product.Op != token.MUL {
		return v, 1, true
	}
	a, x, ok := c.factors(product.X)
	b, y, ok2 := c.factors(product.Y)
	if !ok || !ok2 || a != nil && b != nil {
		return nil, 0, false
	}
	if a == nil {
		a = b
	}
	return a, times(x, y), true
}

// isInput reports whether a count comes from outside of the function: from a
// parameter, a field or a flag, or from text. Elements of slices are mostly
// those of a table.
func isInput(v ssa.Value) bool {
	switch v := bounds.Strip(v).(type) {
	case *ssa.Parameter, *ssa.Field, *ssa.TypeAssert:
		return true
	case *ssa.UnOp:
		_, element := v.X.(*ssa.IndexAddr)
		return v.Op == token.MUL && !element
	case *ssa.Convert:
		return isInput(v.X)
	case *ssa.Extract:
		call, ok := v.Tuple.(*ssa.Call)
		if !ok || v.Index != 0 {
			return false
		}
		callee := flow.Callee(call)
		return callee != nil && callee.Pkg() != nil && callee.Pkg().Path() == "strconv"
	case *ssa.Call:
		p, ok := flow.PathOf(v)
		return ok && p.Root() != v
	}
	return false
}

// asked reports whether a function was asked about the count before: what it
// makes sure of is not known.
func (c *check) asked(conds []flow.Cond, count ssa.Value) bool {
	p, ok := flow.PathOf(bounds.Strip(count))
	if !ok {
		return false
	}
	for _, cond := range conds {
		call, ok := bounds.Strip(cond.X).(*ssa.Call)
		if !ok {
			continue
		}
		for _, arg := range flow.Args(call) {
			if q, ok := flow.PathOf(bounds.Strip(arg)); ok && p.HasPrefix(q) {
				return true
			}
		}
	}
	return false
}
