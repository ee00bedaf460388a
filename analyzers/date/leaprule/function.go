package leaprule

import (
	"fmt"
	"go/ast"
	"go/types"
	"maps"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/calendar"
)

// A function is a declaration or a literal.
type function struct {
	node ast.Node
	name string // "" for a literal that no variable holds
	typ  *ast.FuncType
	body *ast.BlockStmt
}

// at returns what a finding about the function as a whole stands at: what it
// returns if that is all, the only condition that tells years apart by their
// remainders, or else its name.
func (c *check) at(f function) analysis.Range {
	if len(f.body.List) == 1 {
		if ret, ok := f.body.List[0].(*ast.ReturnStmt); ok && len(ret.Results) == 1 {
			return ret.Results[0]
		}
	}
	if cond := c.onlyCondition(f.body); cond != nil {
		return cond
	}
	if decl, ok := f.node.(*ast.FuncDecl); ok {
		return decl.Name
	}
	return f.typ
}

// onlyCondition returns the condition of an if statement of a body that has the
// only remainders of it by divisors of leap-year rules, or nil.
func (c *check) onlyCondition(body *ast.BlockStmt) (only ast.Expr) {
	inside := 0
	ast.Inspect(body, func(n ast.Node) bool {
		if branch, ok := n.(*ast.IfStmt); ok {
			if n := c.remainders(branch.Cond); n > 0 {
				only, inside = branch.Cond, n
			}
		}
		return true
	})
	if c.remainders(body) != inside {
		return nil
	}
	return only
}

// remainders counts the remainders by divisors of leap-year rules.
func (c *check) remainders(root ast.Node) (count int) {
	ast.Inspect(root, func(n ast.Node) bool {
		if n, ok := n.(*ast.BinaryExpr); ok {
			if _, _, ok := c.remainder(n); ok {
				count++
			}
		}
		return true
	})
	return count
}

func (f function) call(args ...int) string {
	name := f.name
	if name == "" {
		name = "func"
	}
	var text strings.Builder
	text.WriteString(name + "(")
	for i, arg := range args {
		if i > 0 {
			text.WriteString(", ")
		}
		text.WriteString(fmt.Sprint(arg))
	}
	return text.String() + ")"
}

// function judges a function of a year, or of year and month. It returns false
// if that is not what the function is, or if it cannot be interpreted.
func (c *check) function(f function) bool {
	params, result := c.signature(f.typ)
	if params == nil || result == nil {
		return false
	}
	own := c.scan(f.body)
	switch {
	case len(params) == 1 && (isBool(result) || isInteger(result)) && len(own.moduli) > 0:
		return c.ofYear(f, own, isBool(result))
	case len(params) == 2 && isInteger(result) && (own.numbers[28] || own.numbers[29]):
		return c.ofMonth(f, params)
	}
	return false
}

// signature returns the types of the parameters, if all are integers, and of
// the only result.
func (c *check) signature(typ *ast.FuncType) (params []types.Type, result types.Type) {
	for _, field := range typ.Params.List {
		t := c.typeOf(field.Type)
		if !isInteger(t) {
			return nil, nil
		}
		for range max(1, len(field.Names)) {
			params = append(params, t)
		}
	}
	if typ.Results == nil || len(typ.Results.List) != 1 || len(typ.Results.List[0].Names) > 1 {
		return nil, nil
	}
	return params, c.typeOf(typ.Results.List[0].Type)
}

// eval calls a function, whose receiver, if any, must not be used.
func (c *check) eval(fn *ssa.Function, args ...int) (int, bool) {
	if len(fn.Params) > len(args) {
		if len(*fn.Params[0].Referrers()) > 0 {
			return 0, false
		}
		args = append([]int{0}, args...)
	}
	results, ok := calendar.Of(c.pass.Pass).Eval(fn, args...)
	if !ok || len(results) != 1 {
		return 0, false
	}
	return results[0], true
}

// A pair holds the values of a function for common and for leap years, and what
// they are the number of.
type pair struct {
	common, leap int
	of           string // of a year
}

var pairs = []pair{{365, 366, "%d has %d days"}, {28, 29, "February %d has %d days"}}

// ofYear judges a function of one number.
func (c *check) ofYear(f function, own *scope, predicate bool) bool {
	fn := c.source(f.node)
	if fn == nil {
		return false
	}
	if len(own.switched) > 0 {
		return true
	}
	results := make([]int, 0, lastYear-firstYear+1)
	for year := firstYear; year <= lastYear; year++ {
		n, ok := c.eval(fn, year)
		if !ok {
			return false
		}
		results = append(results, n)
	}
	for _, p := range pairs {
		if v, ok := p.values(results); ok && !predicate {
			most, ruled := withoutCenturies, shownCenturies(own)
			if ruled {
				most = lastYear
			}
			r, ok := worst([]values{v}, most)
			if ok && ruled {
				r = v.fault(false)
			}
			if ok && !r.common && !c.discussed(c.at(f), r.year) {
				n := results[r.year-firstYear]
				c.pass.Reportf(c.at(f), "%s is %d, but "+p.of, f.call(r.year), n, r.year, p.common+p.leap-n)
			}
			return true
		}
	}
	v, ok := pair{0, 1, ""}.values(results)
	if !ok {
		return false
	}
	shown, name := none, ""
	for _, x := range slices.Sorted(maps.Keys(own.moduli)) {
		if e := own.moduli[x].evidence(); e > shown {
			shown, name = e, x
		}
	}
	leap := namedLeap(f.name)
	if leap {
		name = "year"
	}
	if shown < centuries && !leap {
		return true
	}
	if r, ok := worst([]values{v}, limit(shown, name)); ok {
		if leap && distance(v) > withoutCenturies {
			r = v.fault(false)
		}
		if c.discussed(c.at(f), r.year) {
			return true
		}
		c.pass.Reportf(c.at(f), "%s is %s, but %d is %s", f.call(r.year), result(r.holds, predicate), r.year, kind(r.year))
	}
	return true
}

// shownCenturies reports whether remainders by 4 and by 100 or 400 are taken of
// one number: for days of a year or of February, that is the rule or meant to be.
func shownCenturies(own *scope) bool {
	for _, m := range own.moduli {
		if m.evidence() >= centuries {
			return true
		}
	}
	return false
}

// values turns results into outcomes; ok is false if there are others than the
// two of the pair, or one of them does not occur.
func (p pair) values(results []int) (v values, ok bool) {
	for _, n := range results {
		if n != p.common && n != p.leap {
			return nil, false
		}
		v = append(v, n == p.leap)
	}
	return v, !v.constant()
}

func result(holds, predicate bool) string {
	switch {
	case predicate:
		return fmt.Sprint(holds)
	case holds:
		return "1"
	}
	return "0"
}

func kind(year int) string {
	if calendar.IsLeap(year) {
		return "a leap year"
	}
	return "no leap year"
}

// lengths are those of the months of a common year.
var lengths = [12]int{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31}

// ofMonth judges a function of year and month, in this order or the other, with
// months from 1 or from 0.
func (c *check) ofMonth(f function, params []types.Type) bool {
	fn := c.source(f.node)
	if fn == nil {
		return false
	}
	for _, order := range [][2]int{{0, 1}, {1, 0}} {
		if isMonth(params[order[0]]) {
			continue
		}
		for _, base := range []int{1, 0} {
			m := months{c, fn, order, base}
			if m.recognized() {
				m.judge(f)
				return true
			}
		}
	}
	return false
}

func isMonth(t types.Type) bool {
	named, ok := types.Unalias(t).(*types.Named)
	return ok && named.Obj().Name() == "Month"
}

// months is a function of year and month.
type months struct {
	*check
	fn    *ssa.Function
	order [2]int // which parameter is the year, which the month
	base  int    // number of January
}

func (m months) args(year, month int) []int {
	args := make([]int, 2)
	args[m.order[0]], args[m.order[1]] = year, month+m.base
	return args
}

// recognized reports whether the function returns the lengths of months in two
// years, but for February.
func (m months) recognized() bool {
	for _, year := range []int{2026, 2028} {
		for month, want := range lengths {
			n, ok := m.eval(m.fn, m.args(year, month)...)
			if !ok || n != want && (month != 1 || n != want+1) {
				return false
			}
		}
	}
	return true
}

func (m months) judge(f function) {
	years := m.fn.Params[len(m.fn.Params)-2+m.order[0]]
	if len(*years.Referrers()) == 0 {
		return // no month of a certain year
	}
	for _, from := range []int{modern, firstYear} {
		for year := from; year <= lastYear; year++ {
			args := m.args(year, 1)
			n, ok := m.eval(m.fn, args...)
			if !ok {
				return
			}
			want := lengths[1]
			if calendar.IsLeap(year) {
				want++
			}
			if n != want {
				m.pass.Reportf(m.at(f), "%s is %d, but February %d has %d days", f.call(args...), n, year, want)
				return
			}
		}
	}
}
