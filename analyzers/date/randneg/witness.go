package randneg

import (
	"fmt"
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"math"
	"strings"
	"time"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/calendar/bounds"
	"github.com/leapguard/leapguard/internal/flow"
	"github.com/leapguard/leapguard/internal/syntax"
	"github.com/leapguard/leapguard/internal/vetted"
)

// maxDepth bounds the operations and calls between a sink and its input.
const maxDepth = 6

// A witness says for which input a number is not positive.
type witness struct {
	reason  string
	related []analysis.RelatedInformation
	// What holds the input, nil where that is not known; see [vetted.Doubt].
	origins    []vetted.Origin
	difference bool
}

// witness returns an input for which v is not positive where the comparisons
// hold; nil if there is no proof of one.
func (c *check) witness(v ssa.Value, conds []flow.Cond, depth int) *witness {
	v = bounds.Strip(v)
	r := c.bounds.Given(v, conds)
	if depth == 0 || r.Min > 0 || r.Min > r.Max {
		return nil
	}
	if w := c.weaklyTested(v, r, conds); w != nil {
		return w
	}
	depth--
	switch v := v.(type) {
	case *ssa.BinOp:
		return c.operation(v, conds, depth)
	case *ssa.Convert:
		return c.truncation(v, conds, depth)
	case *ssa.Call:
		return c.result(v, conds, depth)
	case *ssa.Phi:
		return c.merged(v, depth)
	case *ssa.Parameter:
		if w := c.passed(v, depth); w != nil {
			return w
		}
	case *ssa.UnOp:
		if w := c.stored(v); w != nil {
			return w
		}
	}
	return c.unkept(v, conds)
}

// weaklyTested: the code tests the very number, and the test lets zero or
// negative numbers pass.
func (c *check) weaklyTested(v ssa.Value, r bounds.Range, conds []flow.Cond) *witness {
	name := flow.Text(c.pass.Pass, v)
	if name == "" || !isGiven(v) || c.bounds.Ordered(v) {
		return nil
	}
	for _, cond := range conds {
		y, ok := c.prog.Fold(cond.Y)
		if !ok || y.Kind() != constant.Int || !bounds.Same(cond.X, v) {
			continue
		}
		switch {
		case cond.Op == token.NEQ && constant.Sign(y) == 0 && r.Min < -1:
			return &witness{reason: fmt.Sprintf("%s = %s passes the test for 0", name, example(v, -1)), origins: c.finder.Origins(v, conds, bounds.Range{Min: math.MinInt64, Max: -1})}
		case cond.Op == token.GEQ && constant.Sign(y) == 0 && r.Min == 0:
			return &witness{reason: fmt.Sprintf("%s = 0 passes the test for negative values", name), origins: c.finder.Origins(v, conds, bounds.Range{})}
		}
	}
	return nil
}

// isGiven reports whether a number comes from elsewhere as it is, a parameter
// or a field: what is computed may never be zero or negative.
func isGiven(v ssa.Value) bool {
	switch v.(type) {
	case *ssa.Parameter, *ssa.UnOp, *ssa.Field:
		return isInput(v)
	}
	return false
}

// operation: a difference, a quotient, or a multiple of one.
func (c *check) operation(v *ssa.BinOp, conds []flow.Cond, depth int) *witness {
	switch v.Op {
	case token.SUB:
		if isDuration(v.X) && isDuration(v.Y) {
			return c.difference(v, v.X, v.Y, conds)
		}
	case token.QUO, token.SHR:
		k, ok := c.number(v.Y)
		if v.Op == token.SHR && ok && 0 < k && k < 32 {
			k = 1 << k
		}
		if ok && k > 1 {
			return c.quotient(v, v.X, k, conds, depth)
		}
	case token.MUL:
		if k, ok := c.number(v.Y); ok && k > 0 {
			return c.witness(v.X, conds, depth)
		}
		if k, ok := c.number(v.X); ok && k > 0 {
			return c.witness(v.Y, conds, depth)
		}
	}
	return nil
}

// difference: a - b is 0 where a equals b, unless some comparison of the two
// says otherwise.
func (c *check) difference(v, a, b ssa.Value, conds []flow.Cond) *witness {
	left, right := flow.Text(c.pass.Pass, bounds.Strip(a)), flow.Text(c.pass.Pass, bounds.Strip(b))
	if left == "" || right == "" || !isInput(a) || !isInput(b) && !isConst(b) ||
		c.related(conds, a, b) || c.bounds.OrderedTogether(a, b) || c.arranged(a) || c.arranged(b) || c.relatedByCallers(a, b) {
		return nil
	}
	w := &witness{reason: fmt.Sprintf("%s is 0 where %s equals %s", flow.Text(c.pass.Pass, v), left, right)}
	w.origins, w.difference = c.sides(a, b, conds)
	return w
}

// quotient: x / k is 0 for x below k.
func (c *check) quotient(v, x ssa.Value, k int64, conds []flow.Cond, depth int) *witness {
	if w := c.witness(x, conds, depth); w != nil {
		return w
	}
	r := c.bounds.Given(x, conds)
	name := flow.Text(c.pass.Pass, bounds.Strip(x))
	if name == "" || r.Min <= 0 || r.Min >= k || isDuration(x) && k < int64(time.Millisecond) {
		return nil // nobody waits for so short a time
	}
	return &witness{
		reason:  fmt.Sprintf("%s is 0 for %s = %s", flow.Text(c.pass.Pass, v), name, example(x, r.Min)),
		origins: c.finder.Origins(x, conds, bounds.Range{Min: r.Min, Max: k - 1}),
	}
}

// truncation: int(d.Seconds()) is 0 for less than a second.
func (c *check) truncation(v *ssa.Convert, conds []flow.Cond, depth int) *witness {
	call, ok := v.X.(*ssa.Call)
	if !ok {
		return nil
	}
	callee := flow.Callee(call)
	if callee == nil {
		return nil
	}
	unit, ok := units[flow.Name(callee)]
	if !ok {
		return nil
	}
	return c.quotient(v, flow.Args(call)[0], int64(unit), conds, depth)
}

// units are those in which methods of a Duration count.
var units = map[string]time.Duration{
	"(time.Duration).Hours":        time.Hour,
	"(time.Duration).Minutes":      time.Minute,
	"(time.Duration).Seconds":      time.Second,
	"(time.Duration).Milliseconds": time.Millisecond,
	"(time.Duration).Microseconds": time.Microsecond,
}

// outside are functions of other modules that return zero or less for an input
// from outside.
var outside = map[string]string{
	"github.com/hashicorp/go-retryablehttp.DefaultBackoff": `is 0 for a response 429 with "Retry-After: 0"`,
}

// result: what a function returns.
func (c *check) result(call *ssa.Call, conds []flow.Cond, depth int) *witness {
	callee := flow.Callee(call)
	if callee == nil {
		return nil
	}
	args := flow.Args(call)
	name := flow.Name(callee)
	switch name {
	case "time.Until":
		return c.remaining(call, args[0], conds)
	case "(time.Time).Sub":
		if now, ok := bounds.Strip(args[1]).(*ssa.Call); ok && flow.IsCallTo(now, "time.Now") {
			return c.remaining(call, args[0], conds)
		}
		if movedFrom(args[0], args[1]) {
			return nil
		}
		return c.difference(call, args[0], args[1], conds)
	}
	if unit, ok := units[name]; ok {
		return c.quotient(call, args[0], int64(unit), conds, depth)
	}
	if reason, ok := outside[name]; ok {
		return &witness{reason: flow.Text(c.pass.Pass, call) + " " + reason}
	}
	return nil
}

// remaining: the time until a deadline that may have passed.
func (c *check) remaining(call *ssa.Call, deadline ssa.Value, conds []flow.Cond) *witness {
	expr, ok := flow.ExprOf(c.pass.Pass, call).(*ast.CallExpr)
	if !ok || !isInput(deadline) || c.related(conds, deadline) {
		return nil
	}
	t := expr.Args[0]
	if sel, ok := expr.Fun.(*ast.SelectorExpr); ok && sel.Sel.Name == "Sub" {
		t = sel.X
	}
	return &witness{reason: fmt.Sprintf("%s is negative once %s has passed", syntax.Text(expr), syntax.Text(t))}
}

// merged: one of the values that a variable may have.
func (c *check) merged(phi *ssa.Phi, depth int) *witness {
	var first *witness
	for i, edge := range phi.Edges {
		if edge == phi {
			continue
		}
		switch bounds.Strip(edge).(type) {
		case *ssa.BinOp, *ssa.Convert, *ssa.Call, *ssa.Phi:
		default:
			continue // as where a default stands in for 0
		}
		first = first.or(c.witness(edge, c.bounds.OnEdge(phi.Block().Preds[i], phi.Block()), depth))
	}
	return first
}

// passed: what one of the callers of a function passes, all of which are known.
func (c *check) passed(param *ssa.Parameter, depth int) *witness {
	var first *witness
	args, _ := c.bounds.Arguments(param)
	for _, arg := range args {
		if c.inTest(arg.Call) && !c.inTest(param.Parent().Blocks[0].Instrs[0]) {
			continue
		}
		conds := c.bounds.ConditionsAt(arg.Call.Block())
		w := c.witness(arg.Value, conds, depth)
		if w == nil || first != nil {
			first = first.or(w)
			continue
		}
		if e := syntax.ExprAt(c.pass.Pass, arg.Call.Pos()); e != nil {
			w.related = append(w.related, analysis.RelatedInformation{Pos: e.Pos(), End: e.End(), Message: param.Name() + " is passed here"})
		}
		passed := flow.Text(c.pass.Pass, bounds.Strip(arg.Value))
		if rest, ok := strings.CutPrefix(w.reason, passed+" "); ok {
			w.reason = fmt.Sprintf("%s, passed as %s, %s", passed, param.Name(), rest)
		} else {
			w.reason = fmt.Sprintf("%s, and %s is passed as %s", w.reason, passed, param.Name())
		}
		first = w
	}
	return first
}

func (c *check) inTest(instr ssa.Instruction) bool {
	return syntax.InTest(c.pass.Pass, instr.Parent().Pos())
}

// number returns the constant value of a number.
func (c *check) number(v ssa.Value) (int64, bool) {
	k, ok := c.prog.Fold(v)
	if !ok {
		return 0, false
	}
	return constant.Int64Val(constant.ToInt(k))
}

// example writes a number as its type does: 1ns for a Duration.
func example(v ssa.Value, n int64) string {
	if isDuration(v) {
		return time.Duration(n).String()
	}
	return fmt.Sprint(n)
}

// isDuration reports whether a number is a Duration, before conversions.
func isDuration(v ssa.Value) bool {
	return isDurationType(v.Type()) || isDurationType(bounds.Strip(v).Type())
}

func isDurationType(t types.Type) bool { return syntax.IsNamed(t, "time", "Duration") }
