package durunit

import (
	"fmt"
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"maps"
	"slices"
	"strings"
	"unicode"

	"github.com/leapguard/leapguard/internal/syntax"
)

// unitNamed returns the name of a number that says its unit, such as
// timeoutSeconds, if e is that number as a Duration without the unit; else "".
func (c *check) unitNamed(e ast.Expr) string {
	switch e := ast.Unparen(e).(type) {
	case *ast.BinaryExpr:
		if e.Op != token.MUL {
			return ""
		}
		if c.factorOf(e.Y) > 0 {
			return c.unitNamed(e.X)
		}
		if c.factorOf(e.X) > 0 {
			return c.unitNamed(e.Y)
		}
	case *ast.CallExpr:
		if len(e.Args) != 1 || !c.pass.TypesInfo.Types[e.Fun].IsType() || !isDuration(c.pass.TypesInfo.TypeOf(e)) {
			return ""
		}
		name := lastName(e.Args[0])
		if b, ok := c.pass.TypesInfo.TypeOf(e.Args[0]).(*types.Basic); !ok || b.Info()&types.IsInteger == 0 || c.pass.TypesInfo.Types[e.Args[0]].Value != nil {
			return ""
		}
		if w := words(name); len(w) > 0 && units[w[len(w)-1]] > 0 {
			return name
		}
	}
	return ""
}

// factor returns the product of the numbers that unitNamed looks past.
func (c *check) factor(e ast.Expr) int64 {
	product, ok := ast.Unparen(e).(*ast.BinaryExpr)
	if !ok {
		return 1
	}
	if k := c.factorOf(product.Y); k > 0 {
		return k * c.factor(product.X)
	}
	return c.factorOf(product.X) * c.factor(product.Y)
}

// factorOf returns a small positive constant that has no unit, or 0.
func (c *check) factorOf(e ast.Expr) int64 {
	tv := c.pass.TypesInfo.Types[e]
	if tv.Value == nil || !c.unitless(e) {
		return 0
	}
	k, ok := constant.Int64Val(constant.ToInt(tv.Value))
	if !ok || k < 0 || k > 100000 {
		return 0
	}
	return k
}

func lastName(e ast.Expr) string {
	switch e := ast.Unparen(e).(type) {
	case *ast.Ident:
		return e.Name
	case *ast.SelectorExpr:
		return e.Sel.Name
	case *ast.StarExpr:
		return lastName(e.X)
	}
	return ""
}

// units are the words for units of time, in milliseconds.
var units = map[string]int64{
	"millisecond": 1, "milliseconds": 1, "millis": 1, "msec": 1, "msecs": 1, "ms": 1,
	"seconds": 1000, "secs": 1000, "sec": 1000,
	"minutes": 60000, "mins": 60000,
	"hours": 3600000,
	"days":  86400000,
	"weeks": 604800000,
	"years": 365 * 86400000,
}

// A total says how many seconds a span has: between the two numbers, since
// years differ.
type total struct {
	span      string
	low, high int64
}

// totals are the constants that are looked at, by name.
var totals = findTotals()

func findTotals() map[string]total {
	out := make(map[string]total)
	for _, t := range []total{
		{"Day", 86400, 86400},
		{"Week", 604800, 604800},
		{"Year", 365 * 86400, 366 * 86400},
	} {
		for _, link := range []string{"In", "Per"} {
			out["Seconds"+link+t.span] = t
			out["seconds"+link+t.span] = t
		}
	}
	return out
}

func constantNames() []string { return slices.Sorted(maps.Keys(findTotals())) }

// working are the seconds of days and weeks that are worked.
var working = map[int64]bool{27000: true, 28800: true, 135000: true, 144000: true}

// named reports a constant such as secondsPerDay that is not what it says.
func (c *check) named(id *ast.Ident, value ast.Expr) {
	t, ok := totals[id.Name]
	tv := c.pass.TypesInfo.Types[value]
	if !ok || tv.Value == nil || isDuration(tv.Type) || isDuration(c.pass.TypesInfo.TypeOf(id)) {
		return
	}
	n, exact := constant.Int64Val(constant.ToInt(tv.Value))
	if !exact || t.low <= n && n <= t.high || working[n] {
		return
	}
	c.report(value, fmt.Sprintf("%s = %s is not the number of seconds of a %s, %d", id.Name, syntax.Text(value), strings.ToLower(t.span), t.low))
}

// words splits an identifier at underscores and capitals, in lower case.
func words(name string) []string {
	var out []string
	start := true
	for i, r := range name {
		if r == '_' {
			start = true
			continue
		}
		if unicode.IsUpper(r) && i > 0 && !unicode.IsUpper(rune(name[i-1])) {
			start = true
		}
		if start {
			out = append(out, "")
			start = false
		}
		out[len(out)-1] += strings.ToLower(string(r))
	}
	return out
}
