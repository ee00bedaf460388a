package durunit

import (
	_ "embed"
	"fmt"
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"slices"
	"strings"
	"time"

	"golang.org/x/tools/go/analysis"

	"github.com/leapguard/leapguard/internal/config"
	"github.com/leapguard/leapguard/internal/finding"
	"github.com/leapguard/leapguard/internal/rule"
	"github.com/leapguard/leapguard/internal/syntax"
)

//go:embed doc.go
var page string

// Rule is the check.
var Rule = rule.New(rule.Def{
	Meta: rule.Meta{
		Slug:          "durunit",
		Title:         "a number of some unit of time taken for another, or a mistyped one",
		Family:        rule.Date,
		Severity:      finding.Error,
		Confidence:    rule.High,
		Profile:       config.Default,
		Triggers:      triggers,
		Since:         "0.1.0",
		CWE:           []int{682, 1335},
		Fix:           rule.NoFix,
		Overlaps:      []string{"staticcheck SA1004 (time.Sleep of a literal up to 120)"},
		Page:          page,
		SilentInTests: true,
	},
	Run: run,
})

// Analyzer is the check's analyzer.
var Analyzer = Rule.Analyzer

func run(pass *rule.Pass) error {
	c := &check{pass: pass}
	for n := range pass.Nodes() {
		c.node(n)
	}
	return nil
}

type check struct{ pass *rule.Pass }

func (c *check) node(n ast.Node) {
	switch n := n.(type) {
	case *ast.CallExpr:
		c.call(n)
		c.fromStart(n)
	case *ast.BinaryExpr:
		c.typo(n)
		c.quotient(n)
	case *ast.ValueSpec:
		for i, name := range n.Names {
			if i < len(n.Values) {
				c.named(name, n.Values[i])
			}
		}
	}
}

// inOperation reports whether an operation is an operand of another one by the
// same operator.
func (c *check) inOperation(e *ast.BinaryExpr) bool {
	for _, outer := range slices.Backward(c.pass.Enclosing(e)) {
		switch outer := outer.(type) {
		case *ast.ParenExpr:
		case *ast.BinaryExpr:
			return outer.Op == e.Op
		default:
			return false
		}
	}
	return false
}

// sinks are the functions of the standard library that wait for a Duration or
// move a time by one, with the index of that argument.
var sinks = map[string]int{
	"time.Sleep":               0,
	"time.After":               0,
	"time.AfterFunc":           0,
	"time.NewTimer":            0,
	"time.NewTicker":           0,
	"time.Tick":                0,
	"(time.Time).Add":          0,
	"(*time.Timer).Reset":      0,
	"(*time.Ticker).Reset":     0,
	"context.WithTimeout":      1,
	"context.WithTimeoutCause": 1,
	"net.DialTimeout":          2,
}

// waits are the names of sinks.
var waits = map[string]bool{
	"Sleep": true, "After": true, "AfterFunc": true, "NewTimer": true, "NewTicker": true, "Tick": true,
	"Add": true, "Reset": true, "WithTimeout": true, "WithTimeoutCause": true, "DialTimeout": true,
}

// call reports a number without a unit where a Duration is waited for.
func (c *check) call(call *ast.CallExpr) {
	if !waits[syntax.CalledName(call)] {
		return
	}
	fn := c.pass.Callee(call)
	if fn == nil {
		return
	}
	i, ok := sinks[fn.FullName()]
	if !ok || len(call.Args) <= i {
		return
	}
	arg := call.Args[i]
	shown := func() string {
		return syntax.Text(call.Fun) + "(" + strings.Repeat("..., ", i) + syntax.Text(arg) + ")"
	}
	if n, ok := c.bare(arg); ok && suspicious(n, fn.Name() == "Add") {
		d := time.Duration(n)
		message := fmt.Sprintf("%s waits %s, since a number without unit counts nanoseconds", shown(), d)
		if fn.Name() == "Add" {
			noon := time.Date(2026, time.January, 1, 12, 0, 0, 0, time.UTC)
			message = fmt.Sprintf("%s adds %s: %s becomes %s", shown(), d, noon.Format(clock), noon.Add(d).Format(clock))
		}
		c.report(arg, message)
		return
	}
	if name := c.unitNamed(arg); name != "" {
		c.report(arg, fmt.Sprintf("%s with %s = 30 takes %s", shown(), name, time.Duration(30*c.factor(arg))))
	}
}

// clock is the layout of the times in messages.
const clock = "2006-01-02 15:04:05.999999999"

// bare returns the value of a constant Duration that is written without a
// unit: literals, products of literals, and untyped constants that are.
func (c *check) bare(e ast.Expr) (int64, bool) {
	tv := c.pass.TypesInfo.Types[e]
	if tv.Value == nil || !isDuration(tv.Type) || !c.unitless(e) {
		return 0, false
	}
	return constant.Int64Val(constant.ToInt(tv.Value))
}

// unitless reports whether a constant is made of numbers alone.
func (c *check) unitless(e ast.Expr) bool {
	switch e := ast.Unparen(e).(type) {
	case *ast.BasicLit:
		return e.Kind == token.INT
	case *ast.UnaryExpr:
		return c.unitless(e.X)
	case *ast.BinaryExpr:
		return c.unitless(e.X) && c.unitless(e.Y)
	case *ast.CallExpr:
		return len(e.Args) == 1 && c.pass.TypesInfo.Types[e.Fun].IsType() && c.unitless(e.Args[0])
	case *ast.Ident:
		return c.isCount(e)
	case *ast.SelectorExpr:
		return c.isCount(e.Sel)
	}
	return false
}

// isCount reports whether an identifier is a constant without the type
// Duration whose name does not say nanoseconds.
func (c *check) isCount(id *ast.Ident) bool {
	k, ok := c.pass.TypesInfo.Uses[id].(*types.Const)
	if !ok || isDuration(k.Type()) {
		return false
	}
	b, ok := k.Type().(*types.Basic)
	name := strings.ToLower(k.Name())
	return ok && b.Info()&types.IsInteger != 0 && !strings.Contains(name, "nano") && !strings.HasSuffix(name, "ns")
}

// suspicious reports whether a number of nanoseconds can hardly be meant:
// below a microsecond, but for 0 and 1 which stand for "at once", or a count
// of seconds such as 3600 that makes whole hours.
func suspicious(n int64, exact bool) bool {
	n = max(n, -n)
	switch {
	case n < 2:
		return false
	case n < 1000:
		return !exact || n%10 != 9 // 999 rounds up
	}
	return n%3600 == 0 && n <= 366*86400
}

func isDuration(t types.Type) bool { return syntax.IsNamed(t, "time", "Duration") }

func (c *check) report(e ast.Expr, message string) {
	c.pass.Report(analysis.Diagnostic{Pos: e.Pos(), End: e.End(), Message: message})
}
