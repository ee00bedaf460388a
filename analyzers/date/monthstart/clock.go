package monthstart

import (
	"fmt"
	"go/ast"
	"go/types"
	"strings"
	"time"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/calendar"
	"github.com/leapguard/leapguard/internal/flow"
)

// KeepsClock is a fact about a function that returns the first of the month of
// one of its parameters, at the clock of that.
type KeepsClock struct {
	Param  int // index among receiver and parameters
	Months int // that are added, 1 for the start of the next month
}

// AFact marks KeepsClock as a fact.
func (*KeepsClock) AFact() {}

func (f *KeepsClock) String() string { return fmt.Sprintf("KeepsClock(%d, %d)", f.Param, f.Months) }

// clocks exports the facts of the package, and reports starts of months that
// keep the clock of the present and are compared with other times.
func (c *check) clocks() {
	prog := flow.Of(c.pass.Pass)
	for _, fn := range prog.Funcs() {
		if fact, ok := c.summary(fn, maxNesting); ok && fn.Object() != nil {
			c.pass.ExportObjectFact(fn.Object(), &fact)
		}
	}
	for _, fn := range prog.Funcs() {
		for instr := range flow.Calls(fn) {
			call, ok := instr.(*ssa.Call)
			if !ok {
				continue
			}
			s, ok := c.start(call, maxNesting)
			if ok && c.present(s.of) {
				c.follow(call, s)
			}
		}
	}
}

// maxNesting bounds how deep functions are entered.
const maxNesting = 3

// A start is the first of the month of a time, at its clock.
type start struct {
	of     ssa.Value
	months int
}

// start returns what a call is the start of the month of.
func (c *check) start(call *ssa.Call, depth int) (start, bool) {
	if c.dates.MovesToFirst(call) {
		args := flow.Args(call)
		months, ok := flow.Of(c.pass.Pass).Fold(args[2])
		if years, fixed := flow.Of(c.pass.Pass).Fold(args[1]); !ok || !fixed || years.ExactString() != "0" {
			return start{}, false
		}
		n, _ := intValue(months)
		return start{args[0], n}, true
	}
	var fact KeepsClock
	callee := flow.Callee(call)
	if callee == nil || depth == 0 || !c.keeps(call, callee, &fact, depth) {
		return start{}, false
	}
	return start{flow.Args(call)[fact.Param], fact.Months}, true
}

// keeps finds the fact about the function that a call runs.
func (c *check) keeps(call *ssa.Call, callee *types.Func, fact *KeepsClock, depth int) bool {
	if call.Call.IsInvoke() {
		return false
	}
	if own := c.dates.Source(call); own != nil {
		f, ok := c.summary(own, depth-1)
		*fact = f
		return ok
	}
	return callee.Pkg() != c.pass.Pkg && c.pass.ImportObjectFact(callee, fact)
}

// summary returns the fact about a function whose only result is always the
// start of the month of one parameter.
func (c *check) summary(fn *ssa.Function, depth int) (fact KeepsClock, ok bool) {
	if fn.Parent() != nil || fn.Signature.Results().Len() != 1 || !calendar.IsTime(fn.Signature.Results().At(0).Type()) {
		return fact, false
	}
	for _, block := range fn.Blocks {
		ret, isReturn := block.Instrs[len(block.Instrs)-1].(*ssa.Return)
		if !isReturn {
			continue
		}
		call, isCall := flow.Resolve(ret.Results[0]).(*ssa.Call)
		if !isCall {
			return fact, false
		}
		s, isStart := c.start(call, depth)
		if !isStart {
			return fact, false
		}
		i, isParam := paramIndex(fn, clock(s.of))
		if !isParam || ok && fact != (KeepsClock{i, s.months}) {
			return fact, false
		}
		fact, ok = KeepsClock{i, s.months}, true
	}
	return fact, ok
}

func paramIndex(fn *ssa.Function, v ssa.Value) (int, bool) {
	for i, p := range fn.Params {
		if p == v {
			return i, true
		}
	}
	return 0, false
}

// clock returns the time that another has its clock from: it looks through what
// moves a time by whole days or reads it in another location.
func clock(v ssa.Value) ssa.Value {
	for range maxChain {
		v = flow.Resolve(v)
		call, ok := v.(*ssa.Call)
		if !ok {
			return v
		}
		callee := flow.Callee(call)
		if callee == nil {
			return v
		}
		switch flow.Name(callee) {
		case "(time.Time).AddDate", "(time.Time).UTC", "(time.Time).Local", "(time.Time).In":
			v = flow.Args(call)[0]
		default:
			return v
		}
	}
	return v
}

// maxChain bounds the length of chains of calls.
const maxChain = 100

// present reports whether the clock of a time is that of a call of Now.
func (c *check) present(v ssa.Value) bool {
	v = clock(v)
	switch v := v.(type) {
	case *ssa.Phi:
		for _, edge := range v.Edges {
			if !c.isNow(clock(edge)) {
				return false
			}
		}
		return true
	case *ssa.Parameter:
		return c.presentParam(v)
	}
	return c.isNow(v)
}

// presentParam reports whether all callers of a function that is not exported
// pass the present.
func (c *check) presentParam(param *ssa.Parameter) bool {
	fn := param.Parent()
	i, _ := paramIndex(fn, param)
	callers := c.dates.Callers(fn)
	for _, call := range callers {
		args := call.Common().Args
		if len(args) != len(fn.Params) || !c.isNow(clock(args[i])) {
			return false
		}
	}
	return len(callers) > 0
}

// isNow reports whether a value is what a function Now returns.
func (c *check) isNow(v ssa.Value) bool {
	call, ok := v.(*ssa.Call)
	if !ok {
		return false
	}
	callee := flow.Callee(call)
	return callee != nil && callee.Name() == "Now" && c.dates.Moment(v).Now
}

// report reports a start of a month because of the place that needs midnight.
func (c *check) report(call *ssa.Call, s start, use bound) {
	expr := c.pass.CallAt(call.Pos())
	if expr == nil {
		return
	}
	at, made := example(s.months)
	d := analysis.Diagnostic{
		Pos:     expr.Pos(),
		End:     expr.End(),
		Message: fmt.Sprintf("%s on %s gives %s, so %s", clip(types.ExprString(expr)), at, made, use.consequence),
	}
	related := analysis.RelatedInformation{Pos: use.pos, Message: "used here as a bound"}
	if user := c.pass.CallAt(use.pos); user != nil {
		related.Pos, related.End = user.Pos(), user.End()
	}
	d.Related = append(d.Related, related)
	if fix, ok := c.truncated(expr, s); ok {
		d.SuggestedFixes = []analysis.SuggestedFix{fix}
	}
	c.pass.Report(d)
}

// example returns a moment, and the start of a month that keeps its clock.
func example(months int) (at, made string) {
	t := time.Date(2026, time.November, 20, 15, 30, 0, 0, time.UTC)
	return t.Format("2 January 2006 at 15:04"), t.AddDate(0, months, 1-t.Day()).Format("2 January 15:04")
}

// maxExpr is the length in bytes above which a message shortens an expression.
const maxExpr = 60

func clip(s string) string {
	if len(s) <= maxExpr {
		return s
	}
	return strings.ToValidUTF8(s[:maxExpr-3], "") + "..."
}

// truncated returns the fix for AddDate called on a variable.
func (c *check) truncated(call *ast.CallExpr, s start) (fix analysis.SuggestedFix, ok bool) {
	sel, isSelector := call.Fun.(*ast.SelectorExpr)
	if !isSelector || sel.Sel.Name != "AddDate" {
		return fix, false
	}
	id, isIdent := sel.X.(*ast.Ident)
	pkg := c.timePackage(call)
	if !isIdent || pkg == "" || !readsDay(call.Args[2], id.Name) {
		return fix, false
	}
	month := id.Name + ".Month()"
	if s.months != 0 {
		month += fmt.Sprintf("%+d", s.months)
	}
	text := fmt.Sprintf("%s.Date(%s.Year(), %s, 1, 0, 0, 0, 0, %[2]s.Location())", pkg, id.Name, month)
	return analysis.SuggestedFix{
		Message:   "begin at midnight",
		TextEdits: []analysis.TextEdit{{Pos: call.Pos(), End: call.End(), NewText: []byte(text)}},
	}, true
}

// readsDay reports whether an expression calls the method Day of a variable, so
// that nothing is left unused if the expression goes.
func readsDay(e ast.Expr, name string) bool {
	found := false
	ast.Inspect(e, func(n ast.Node) bool {
		if sel, ok := n.(*ast.SelectorExpr); ok && sel.Sel.Name == "Day" {
			id, ok := sel.X.(*ast.Ident)
			found = found || ok && id.Name == name
		}
		return !found
	})
	return found
}

// timePackage returns the name of package time in the file of a call, or "".
func (c *check) timePackage(call *ast.CallExpr) string {
	scope := c.pass.Pkg.Scope().Innermost(call.Pos())
	if scope == nil {
		return ""
	}
	_, obj := scope.LookupParent("time", call.Pos())
	if pkg, ok := obj.(*types.PkgName); ok && pkg.Imported().Path() == "time" {
		return "time"
	}
	return ""
}
