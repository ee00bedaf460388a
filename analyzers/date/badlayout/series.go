package badlayout

import (
	"go/ast"
	"go/constant"
	"go/types"
	"time"

	"github.com/leapguard/leapguard/internal/calendar/layout/reach"
	"github.com/leapguard/leapguard/internal/rule"
	"github.com/leapguard/leapguard/internal/syntax"
)

// A series holds layouts by which a text is parsed one after the other, until
// one fits.
type series struct {
	layouts []string
	at      int // index of the layout in question
}

// seriesOf returns the layouts of a list that a loop goes through to parse a text
// by each of them, if the layout is one of those; else that alone.
func seriesOf(pass *rule.Pass, l *reach.Layout) series {
	alone := series{[]string{l.Value}, 0}
	around := pass.Enclosing(l.Expr)
	if len(around) == 0 || l.Use != reach.Parse || !looped(pass, l.Call) {
		return alone
	}
	lit, ok := around[len(around)-1].(*ast.CompositeLit)
	if !ok {
		return alone
	}
	switch pass.TypesInfo.TypeOf(lit).Underlying().(type) {
	case *types.Slice, *types.Array:
	default:
		return alone
	}
	s := series{at: -1}
	for i, e := range lit.Elts {
		v := pass.TypesInfo.Types[e].Value
		if v == nil || v.Kind() != constant.String {
			return alone
		}
		if ast.Unparen(e) == l.Expr {
			s.at = i
		}
		s.layouts = append(s.layouts, constant.StringVal(v))
	}
	if s.at < 0 {
		return alone
	}
	return s
}

// looped reports whether the layout of a call is the variable of a loop over a
// list around it.
func looped(pass *rule.Pass, call *ast.CallExpr) bool {
	if len(call.Args) == 0 {
		return false
	}
	arg, ok := ast.Unparen(call.Args[0]).(*ast.Ident)
	if !ok {
		return false
	}
	for _, n := range syntax.Enclosing(pass.FileOf(call.Pos()), call) {
		if loop, ok := n.(*ast.RangeStmt); ok {
			if id, ok := loop.Value.(*ast.Ident); ok && pass.TypesInfo.ObjectOf(id) == pass.TypesInfo.ObjectOf(arg) {
				return true
			}
		}
	}
	return false
}

// parse parses a text by the layouts, with another one for that in question.
func (s series) parse(instead, text string) (t time.Time, err error) {
	for i, l := range s.layouts {
		if i == s.at {
			l = instead
		}
		if t, err = time.Parse(l, text); err == nil {
			return t, nil
		}
	}
	return t, err
}

// alike reports whether two layouts make no difference to what a text is parsed
// as.
func (s series) alike(a, b, text string) bool {
	t, err := s.parse(a, text)
	u, err2 := s.parse(b, text)
	return err == nil && err2 == nil && t.Equal(u)
}
