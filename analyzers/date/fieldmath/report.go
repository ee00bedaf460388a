package fieldmath

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"time"

	"golang.org/x/tools/go/analysis"

	"github.com/leapguard/leapguard/internal/syntax"
)

// report reports a shift because of a use.
func (c *check) report(s shift, use token.Pos) {
	expr := c.pass.ExprAt(s.value.Pos())
	if expr == nil {
		return
	}
	on, value, none := example(s.field, s.by)
	d := c.diagnostic(expr, use, fmt.Sprintf("on %s %s is %d, %s", on, syntax.Text(expr), value, none))
	if fix, ok := c.fix(s, expr, use); ok {
		d.SuggestedFixes = []analysis.SuggestedFix{fix}
	}
	c.pass.Report(d)
}

// diagnostic relates a finding to the place that uses the expression.
func (c *check) diagnostic(expr ast.Expr, use token.Pos, message string) analysis.Diagnostic {
	d := analysis.Diagnostic{Pos: expr.Pos(), End: expr.End(), Message: message}
	related := analysis.RelatedInformation{Pos: use, Message: "used here as a part of a date"}
	if user := c.pass.ExprAt(use); user != nil {
		related.Pos, related.End = user.Pos(), user.End()
	}
	if related.Pos > expr.Pos() || related.End < expr.End() {
		d.Related = append(d.Related, related)
	}
	return d
}

// example returns a date on which a field plus a number is out of range, what
// it is then, and what there is none of.
func example(field Field, by int64) (on string, value int64, none string) {
	t := time.Date(2026, time.January, 15, 0, 0, 0, 0, time.UTC)
	switch {
	case field == Month && by > 0:
		t = time.Date(2026, time.December, 15, 0, 0, 0, 0, time.UTC)
	case field == Day && by > 0:
		t = time.Date(2026, time.January, 31, 0, 0, 0, 0, time.UTC)
	case field == Day:
		t = time.Date(2026, time.March, 1, 0, 0, 0, 0, time.UTC)
	}
	value, none = int64(t.Month())+by, "no month"
	if field == Day {
		value, none = int64(t.Day())+by, "no day"
	}
	return t.Format("2 January 2006"), value, none
}

// fix returns the fix for a shift of a variable's month or day that is itself
// an argument of the call that uses it, beside the year: every part that the
// call takes from the variable is taken from the date meant.
func (c *check) fix(s shift, expr ast.Expr, use token.Pos) (fix analysis.SuggestedFix, ok bool) {
	call, isCall := c.pass.ExprAt(use).(*ast.CallExpr)
	sum, isSum := expr.(*ast.BinaryExpr)
	if !isCall || !isSum || call.Pos() > expr.Pos() || call.End() < expr.End() {
		return fix, false
	}
	name := c.variable(sum.X)
	if name == "" {
		return fix, false
	}
	moved := fmt.Sprintf(".AddDate(0, 0, %d)", s.by)
	if s.field == Month {
		moved = fmt.Sprintf(".AddDate(0, %d, 1-%s.Day())", s.by, name)
	}
	edits := []analysis.TextEdit{{Pos: sum.X.End(), End: sum.End()}}
	taken := make(map[string]bool)
	ast.Inspect(call, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.SelectorExpr:
			if id, ok := n.X.(*ast.Ident); ok && id.Name == name {
				taken[n.Sel.Name] = true
				edits = append(edits, analysis.TextEdit{Pos: id.End(), End: id.End(), NewText: []byte(moved)})
			}
		case *ast.BinaryExpr:
			if n != sum && c.variable(n.X) == name {
				taken["shifted"] = true
			}
		}
		return true
	})
	return analysis.SuggestedFix{Message: "use the parts of the date that is meant", TextEdits: edits}, s.field.movable(taken, call)
}

// movable reports whether what a call takes from a time may be taken from
// another month, or another day, instead: the year with the month, no day of
// the former month, and nothing else.
func (f Field) movable(taken map[string]bool, call *ast.CallExpr) bool {
	alone := len(call.Args) <= 2
	for name := range taken {
		if name != "Year" && name != "Month" && (name != "Day" || f == Month) {
			return false
		}
	}
	if f == Month {
		return taken["Year"] || alone && !isItoa(call)
	}
	return taken["Year"] && taken["Month"]
}

// isItoa reports whether a call writes a number as text, to be joined to that
// of the year.
func isItoa(call *ast.CallExpr) bool {
	sel, ok := call.Fun.(*ast.SelectorExpr)
	return ok && (sel.Sel.Name == "Itoa" || sel.Sel.Name == "FormatInt")
}

// variable returns the name of the variable of type time.Time whose month or
// day an expression is, or "".
func (c *check) variable(e ast.Expr) string {
	call, ok := ast.Unparen(e).(*ast.CallExpr)
	if !ok {
		return ""
	}
	if len(call.Args) == 1 {
		return c.variable(call.Args[0]) // a conversion
	}
	sel, ok := call.Fun.(*ast.SelectorExpr)
	if !ok || len(call.Args) != 0 {
		return ""
	}
	id, ok := sel.X.(*ast.Ident)
	if !ok || types.TypeString(c.pass.TypesInfo.TypeOf(id), nil) != "time.Time" {
		return ""
	}
	return id.Name
}
