package monthstart

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"
	"time"
	"unicode"

	"golang.org/x/tools/go/analysis"

	"github.com/leapguard/leapguard/internal/syntax"
)

// date reports a call of time.Date whose day is the constant -1, or 0 where
// the first of a month is meant.
func (c *check) date(call *ast.CallExpr, stack []ast.Node) {
	day, ok := c.integer(call.Args[2])
	if !ok || day != 0 && day != -1 || !c.plausible(call) {
		return
	}
	name := given(call, stack)
	if moved(stack) || c.corrected(name, stack) {
		return
	}
	asked, made := c.evaluate(call, day)
	expr := fmt.Sprintf("%s(%s, %s, %d, ...)", types.ExprString(call.Fun),
		clip(types.ExprString(call.Args[0])), clip(types.ExprString(call.Args[1])), day)
	words := wordsOf(nameOf(name))
	d := analysis.Diagnostic{Pos: call.Pos(), End: call.End()}
	switch {
	case day == -1 && !hasAny(words, penultimate):
		d.Message = fmt.Sprintf("%s for %s is %s, the day before the last of a month", expr, asked, made)
		if hasAny(words, ends) {
			d.SuggestedFixes = replaceDay(call, "0")
		}
	case day == 0 && meansStart(words) && c.midnight(call):
		d.Message = fmt.Sprintf("%s for %s is %s, so %s is the last day of a month", expr, asked, made, nameOf(name))
		d.SuggestedFixes = replaceDay(call, "1")
	default:
		return
	}
	c.pass.Report(d)
}

func replaceDay(call *ast.CallExpr, day string) []analysis.SuggestedFix {
	arg := call.Args[2]
	return []analysis.SuggestedFix{{
		Message:   "use day " + day,
		TextEdits: []analysis.TextEdit{{Pos: arg.Pos(), End: arg.End(), NewText: []byte(day)}},
	}}
}

// plausible reports whether year and month are those of a calendar, rather
// than an origin to count from or the input of a test of time.Date.
func (c *check) plausible(call *ast.CallExpr) bool {
	year, fixed := c.integer(call.Args[0])
	if fixed && year < 1583 {
		return false
	}
	month, fixedMonth := c.integer(call.Args[1])
	if fixedMonth && (month < 1 || month > 12) {
		return false
	}
	return !fixed || !fixedMonth || !syntax.InTest(c.pass.Pass, call.Pos())
}

// midnight reports whether the clock of a call of time.Date is 00:00.
func (c *check) midnight(call *ast.CallExpr) bool {
	for _, arg := range call.Args[3:7] {
		if n, ok := c.integer(arg); !ok || n != 0 {
			return false
		}
	}
	return true
}

// evaluate returns a month that a call of time.Date may be given and the day
// that it makes of it: what is not constant is taken from November 2026.
func (c *check) evaluate(call *ast.CallExpr, day int) (asked, made string) {
	year, month := c.number(call.Args[0], 2026), c.number(call.Args[1], int(time.November))
	at := func(day int) time.Time { return time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC) }
	return at(1).Format("January 2006"), at(day).Format("2 January 2006")
}

// number returns the value of a constant, or one for what is unknown, plus
// what the expression adds to it.
func (c *check) number(e ast.Expr, unknown int) int {
	if n, ok := c.integer(e); ok {
		return n
	}
	if sum, ok := ast.Unparen(e).(*ast.BinaryExpr); ok {
		if n, known := c.integer(sum.Y); known && sum.Op == token.ADD {
			return unknown + n
		} else if known && sum.Op == token.SUB {
			return unknown - n
		}
	}
	return unknown
}

// given returns the identifier that says what the result of a call is: the
// variable, field or function that it becomes the value of, as a time or as
// text; nil if there is none.
func given(call *ast.CallExpr, stack []ast.Node) *ast.Ident {
	var value ast.Node = call
	for i, s := range slices.Backward(stack) {
		switch n := s.(type) {
		case *ast.ParenExpr:
		case *ast.SelectorExpr:
			if !keepsDate[n.Sel.Name] {
				return nil
			}
		case *ast.CallExpr:
			if n.Fun != value {
				return nil
			}
		case *ast.AssignStmt:
			for j, rhs := range n.Rhs {
				if rhs == value && len(n.Lhs) == len(n.Rhs) {
					return identOf(n.Lhs[j])
				}
			}
			return nil
		case *ast.ValueSpec:
			for j, v := range n.Values {
				if v == value && len(n.Names) == len(n.Values) {
					return n.Names[j]
				}
			}
			return nil
		case *ast.KeyValueExpr:
			return identOf(n.Key)
		case *ast.ReturnStmt:
			return returning(n, stack[:i])
		default:
			return nil
		}
		value = s
	}
	return nil
}

// keepsDate are the methods of a time whose result is named as the time is.
var keepsDate = map[string]bool{"UTC": true, "Local": true, "In": true, "Format": true, "Unix": true, "UnixMilli": true, "UnixNano": true}

// returning returns the name of a function that returns one value.
func returning(ret *ast.ReturnStmt, stack []ast.Node) *ast.Ident {
	if len(ret.Results) != 1 {
		return nil
	}
	for _, s := range slices.Backward(stack) {
		switch fn := s.(type) {
		case *ast.FuncLit:
			return nil
		case *ast.FuncDecl:
			return fn.Name
		}
	}
	return nil
}

func identOf(e ast.Expr) *ast.Ident {
	switch e := e.(type) {
	case *ast.Ident:
		return e
	case *ast.SelectorExpr:
		return e.Sel
	}
	return nil
}

func nameOf(id *ast.Ident) string {
	if id == nil {
		return ""
	}
	return id.Name
}

// moved reports whether something is added to the result of a call.
func moved(stack []ast.Node) bool {
	sel, ok := stack[len(stack)-1].(*ast.SelectorExpr)
	return ok && (sel.Sel.Name == "Add" || sel.Sel.Name == "AddDate")
}

// corrected reports whether something is added to a variable, or it is a bound
// that does not belong to what it bounds.
func (c *check) corrected(name *ast.Ident, stack []ast.Node) bool {
	obj := c.pass.TypesInfo.ObjectOf(name)
	if name == nil || obj == nil {
		return false
	}
	is := func(e ast.Expr) bool {
		id, ok := e.(*ast.Ident)
		return ok && c.pass.TypesInfo.Uses[id] == obj
	}
	found := false
	ast.Inspect(stack[min(1, len(stack)-1)], func(n ast.Node) bool {
		if call, ok := n.(*ast.CallExpr); ok {
			if sel, ok := call.Fun.(*ast.SelectorExpr); ok {
				switch sel.Sel.Name {
				case "Add", "AddDate", "Before":
					found = found || is(sel.X)
				case "After":
					found = found || len(call.Args) == 1 && is(call.Args[0])
				}
			}
		}
		return !found
	})
	return found
}

// The words in names that tell what a day is meant to be.
var (
	penultimate = []string{"penultimate", "second", "before", "prev", "previous", "yesterday"}
	ends        = []string{"last", "end", "ending", "final"}
	starts      = []string{"start", "starts", "begin", "beginning", "from", "since", "first", "trunc", "truncate", "bom", "som"}
)

// meansStart reports whether words say that a day begins a span of time.
func meansStart(words []string) bool {
	return hasAny(words, starts) && !hasAny(words, ends) && !hasAny(words, penultimate)
}

func hasAny(words, wanted []string) bool {
	for _, w := range words {
		if slices.Contains(wanted, w) {
			return true
		}
	}
	return false
}

// wordsOf splits a name in mixed caps or with underscores, in lower case.
func wordsOf(name string) []string {
	var words []string
	var word strings.Builder
	flush := func() {
		if word.Len() > 0 {
			words = append(words, strings.ToLower(word.String()))
			word.Reset()
		}
	}
	for _, r := range name {
		if r == '_' || unicode.IsUpper(r) {
			flush()
		}
		if r != '_' {
			word.WriteRune(r)
		}
	}
	flush()
	return words
}
