package fieldmath

import (
	"fmt"
	"go/token"
	"time"

	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/flow"
	"github.com/leapguard/leapguard/internal/syntax"
)

// A difference is that of the months of two times.
type difference struct {
	op   *ssa.BinOp
	x, y ssa.Value // the times
}

// differenceOf returns the difference that an operation computes.
func (c *check) differenceOf(op *ssa.BinOp) (difference, bool) {
	if op.Op != token.SUB || !op.Pos().IsValid() {
		return difference{}, false
	}
	x, ok := c.dates.ReadFrom(op.X, Month.method())
	y, ok2 := c.dates.ReadFrom(op.Y, Month.method())
	if !ok || !ok2 || flow.Same(x, y) {
		return difference{}, false
	}
	return difference{op, x, y}, true
}

// difference reports a difference of months that is said to be a number of
// months other than 0, in a function that does not look at the years: it is
// another one across New Year.
func (c *check) difference(d difference) {
	if c.readsYear(d.op.Parent()) || d.op.Referrers() == nil {
		return
	}
	var months int64
	var at token.Pos
	for _, ref := range uses(d.op) {
		test, ok := ref.(*ssa.BinOp)
		if !ok {
			continue
		}
		k, known := c.constant(test.Y)
		if !known {
			continue
		}
		switch {
		case test.Op != token.EQL && test.Op != token.NEQ || abs(k) >= Month.top():
			return // orders them, or knows about December
		case k != 0 && months == 0:
			months, at = k, test.Pos()
		case k != 0 && k != months && k-months != 0 && abs(k-months) == Month.top():
			return // both sides of New Year
		}
	}
	if months == 0 {
		return
	}
	expr := c.pass.ExprAt(d.op.Pos())
	if expr == nil {
		return
	}
	on, other, got := crossing(months)
	c.pass.Report(c.diagnostic(expr, at, fmt.Sprintf("on %s and %s %s is %d, not %d", on, other, syntax.Text(expr), got, months)))
}

// uses returns the uses of a value and of what it is converted to.
func uses(v ssa.Value) []ssa.Instruction {
	var out []ssa.Instruction
	for _, ref := range *v.Referrers() {
		switch ref := ref.(type) {
		case *ssa.Convert:
			out = append(out, uses(ref)...)
		case *ssa.ChangeType:
			out = append(out, uses(ref)...)
		default:
			out = append(out, ref)
		}
	}
	return out
}

// crossing returns two dates that are a number of months apart, with New Year
// between them, and the difference of their months.
func crossing(months int64) (x, y string, got int64) {
	a := time.Date(2026, time.January, 15, 0, 0, 0, 0, time.UTC)
	b := a.AddDate(0, -int(months), 0)
	if months < 0 {
		a = time.Date(2026, time.December, 15, 0, 0, 0, 0, time.UTC)
		b = a.AddDate(0, -int(months), 0)
	}
	return a.Format("2 January 2006"), b.Format("2 January 2006"), int64(a.Month() - b.Month())
}
