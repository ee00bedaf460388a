package fixedyear

import (
	_ "embed"
	"fmt"
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"strings"
	"time"
	"unicode"

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
		Slug:       "fixedyear",
		Title:      "a year of 365 days or a month of 30",
		Family:     rule.Date,
		Severity:   finding.Info,
		Confidence: rule.Medium,
		Profile:    config.Strict,
		Triggers:   rule.Triggers{{"Hour", "Year", "YEAR", "Month", "MONTH"}},
		Since:      "0.1.0",
		CWE:        []int{682},
		Fix:        rule.NoFix,
		Page:       page,
	},
	Run: run,
})

// Analyzer is the check's analyzer.
var Analyzer = Rule.Analyzer

func run(pass *rule.Pass) error {
	c := &check{pass}
	var done token.Pos // of a product that is reported, no factor is looked at
	for n := range pass.Nodes() {
		switch n := n.(type) {
		case *ast.ValueSpec:
			for i, id := range n.Names {
				if i < len(n.Values) {
					c.named(id, n.Values[i])
				}
			}
		case *ast.AssignStmt:
			if n.Tok == token.DEFINE && len(n.Lhs) == len(n.Rhs) {
				for i, lhs := range n.Lhs {
					if id, ok := lhs.(*ast.Ident); ok {
						c.named(id, n.Rhs[i])
					}
				}
			}
		case *ast.BinaryExpr:
			if n.Pos() >= done && c.counted(n) {
				done = n.End()
			}
		}
	}
	return nil
}

type check struct{ pass *rule.Pass }

// named reports a Duration of whole years or months with a name that says so.
func (c *check) named(id *ast.Ident, value ast.Expr) {
	tv := c.pass.TypesInfo.Types[value]
	if tv.Value == nil || !isDuration(tv.Type) {
		return
	}
	span, n, ok := spansOf(tv.Value)
	if ok && says(id.Name, span.word) {
		c.report(value, fmt.Sprintf("%s is %s", id.Name, span.days(n)), span, n)
	}
}

// counted reports the product of a number of years or months and a Duration of
// one of them.
func (c *check) counted(e *ast.BinaryExpr) bool {
	if e.Op != token.MUL {
		return false
	}
	tv := c.pass.TypesInfo.Types[e]
	if tv.Value != nil || !isDuration(tv.Type) {
		return false
	}
	unit, count := c.factors(e)
	if unit == nil || count == nil {
		return false
	}
	span, n, ok := spansOf(unit)
	if !ok || n != 1 || !says(lastName(count), span.word) {
		return false
	}
	c.report(count, fmt.Sprintf("%s counts %ss of %d days", types.ExprString(e), span.word, span.length), span, n)
	return true
}

// A span is a unit of the calendar that has no fixed length.
type span struct {
	word   string
	length int // days
	years  int
	months int
}

// spans are the lengths that are taken for a unit, the longest first.
var spans = []span{
	{"year", 366, 1, 0},
	{"year", 365, 1, 0},
	{"month", 31, 0, 1},
	{"month", 30, 0, 1},
}

const day = 24 * time.Hour

// most is the number of years or months of which a constant is made.
const most = 100

// spansOf returns the unit that a constant number of nanoseconds is n times.
func spansOf(v constant.Value) (s span, n int, ok bool) {
	d, ok := constant.Int64Val(constant.ToInt(v))
	if !ok || d <= 0 {
		return s, 0, false
	}
	for _, s := range spans {
		length := int64(s.length) * int64(day)
		if d%length == 0 && d/length <= most {
			return s, int(d / length), true
		}
	}
	return s, 0, false
}

func (s span) days(n int) string {
	if n == 1 {
		return fmt.Sprintf("%d days", s.length)
	}
	return fmt.Sprintf("%d times %d days", n, s.length)
}

// differs returns the first date from which n units of the calendar end on
// another day than n times the fixed length, and both ends.
func (s span) differs(n int) (from, fixed, real time.Time) {
	from = time.Date(2026, time.January, 1, 0, 0, 0, 0, time.UTC)
	for {
		fixed, real = from.AddDate(0, 0, n*s.length), from.AddDate(n*s.years, n*s.months, 0)
		if !fixed.Equal(real) {
			return from, fixed, real
		}
		from = from.AddDate(0, 0, 1)
	}
}

func (c *check) report(e ast.Expr, what string, s span, n int) {
	from, fixed, real := s.differs(n)
	message := fmt.Sprintf("%s: from %s that is %s, not %s", what, from.Format(time.DateOnly), fixed.Format(time.DateOnly), real.Format(time.DateOnly))
	c.pass.Report(analysis.Diagnostic{Pos: e.Pos(), End: e.End(), Message: message})
}

// factors splits a product into the product of its constant factors and the
// one factor that is not constant, without conversions.
func (c *check) factors(e ast.Expr) (unit constant.Value, count ast.Expr) {
	e = ast.Unparen(e)
	if tv := c.pass.TypesInfo.Types[e]; tv.Value != nil {
		return constant.ToInt(tv.Value), nil
	}
	switch x := e.(type) {
	case *ast.BinaryExpr:
		if x.Op != token.MUL {
			return nil, nil
		}
		a, m := c.factors(x.X)
		b, n := c.factors(x.Y)
		if m != nil && n != nil {
			return nil, nil
		}
		if m == nil {
			m = n
		}
		switch {
		case a == nil:
			a = b
		case b != nil:
			a = constant.BinaryOp(a, token.MUL, b)
		}
		return a, m
	case *ast.CallExpr:
		if len(x.Args) == 1 && c.pass.TypesInfo.Types[x.Fun].IsType() {
			return c.factors(x.Args[0])
		}
	}
	return nil, e
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

// says reports whether a name contains a word, its plural or its adjective, at
// the bounds of words: oneYear, YEARS, monthly.
func says(name, word string) bool {
	for _, w := range words(name) {
		if w == word || w == word+"s" || w == word+"ly" || word == "year" && (w == "annual" || w == "yr" || w == "yrs") {
			return true
		}
	}
	return false
}

// words splits an identifier at underscores, digits and capitals.
func words(name string) []string {
	var b strings.Builder
	lower := false
	for _, r := range name {
		if unicode.IsUpper(r) && lower {
			b.WriteByte(' ')
		}
		lower = unicode.IsLower(r)
		if !unicode.IsLetter(r) {
			r = ' '
		}
		b.WriteRune(unicode.ToLower(r))
	}
	return strings.Fields(b.String())
}

func isDuration(t types.Type) bool { return syntax.IsNamed(t, "time", "Duration") }
