package durunit

import (
	"fmt"
	"go/ast"
	"go/constant"
	"go/types"
	"regexp"
	"strings"
	"time"

	"github.com/leapguard/leapguard/internal/syntax"
)

// anchored matches the names of functions that return the start of a month or
// year.
var anchored = regexp.MustCompile(`^(?:StartOf|BeginningOf)(Month|Year)$`)

// months are those from one start to the next.
var months = map[string]int{"Month": 1, "Year": 12}

// fromStart reports constants such as a month of 30 days that are added to the
// start of a month or year, where the next start is asked for.
func (c *check) fromStart(call *ast.CallExpr) {
	add, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
	if !ok || add.Sel.Name != "Add" {
		return
	}
	start, ok := ast.Unparen(add.X).(*ast.CallExpr)
	if !ok {
		return
	}
	m := anchored.FindStringSubmatch(lastName(start.Fun))
	if m == nil {
		return
	}
	days, count := c.added(call.Args)
	if days == 0 {
		return
	}
	from, fixed, next := misses(months[m[1]], days, count)
	c.report(call, fmt.Sprintf("%s adds %d times %d days: from %s that is %s, not %s", syntax.Text(call), count, days,
		from.Format(time.DateOnly), fixed.Format(time.DateOnly), next.Format(time.DateOnly)))
}

// added returns the days of a constant that is named a month or a year, and how
// often it is added; 0 for anything else.
func (c *check) added(args []ast.Expr) (days, count int) {
	count = 1
	for _, arg := range args {
		tv := c.pass.TypesInfo.Types[arg]
		if tv.Value == nil {
			return 0, 0
		}
		n, exact := constant.Int64Val(constant.ToInt(tv.Value))
		nanoseconds := exact && isDurationLike(tv.Type)
		switch name := strings.ToLower(lastName(arg)); {
		case nanoseconds && time.Duration(n) == 30*24*time.Hour && strings.HasPrefix(name, "month"):
			days = 30
		case nanoseconds && time.Duration(n) == 365*24*time.Hour && strings.HasPrefix(name, "year"):
			days = 365
		case exact && 0 < n && n <= 12:
			count = int(n)
		default:
			return 0, 0
		}
	}
	return days, count
}

// misses returns the first start, of those that are step months apart, from
// which count times so many days do not lead to a start, where they lead, and
// where count months or years do.
func misses(step, days, count int) (from, fixed, next time.Time) {
	from = time.Date(2026, time.January, 1, 0, 0, 0, 0, time.UTC)
	for {
		fixed, next = from.AddDate(0, 0, days*count), from.AddDate(0, count, 0)
		if days == 365 {
			next = from.AddDate(count, 0, 0)
		}
		if !fixed.Equal(next) {
			return from, fixed, next
		}
		from = from.AddDate(0, step, 0)
	}
}

// isDurationLike reports whether a type counts nanoseconds in 64 bits: a
// Duration or a type made of it.
func isDurationLike(t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Kind() == types.Int64
}
