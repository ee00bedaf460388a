package dstday

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"

	"github.com/leapguard/leapguard/internal/calendar"
	"github.com/leapguard/leapguard/internal/rule"
)

// A survey tells by syntax and types alone what a package may do, since SSA is
// costly and most packages do nothing of it.
type survey struct {
	pass   *rule.Pass
	days   map[types.Object]bool // variables that are set to whole days
	added  map[types.Object]bool // variables that are added to times
	steps  bool                  // whole days are added to a time
	counts bool                  // something is divided by the length of a day
	named  bool                  // a function is named for counting days
}

func surveyOf(pass *rule.Pass) *survey {
	s := &survey{pass: pass, days: make(map[types.Object]bool), added: make(map[types.Object]bool)}
	for n := range pass.Nodes() {
		s.visit(n)
	}
	for obj := range s.added {
		s.steps = s.steps || s.days[obj]
	}
	dates := calendar.Of(pass.Pass)
	midnights := dates.MakesMidnights()
	s.counts = s.counts && (midnights || s.named) && dates.Mentions("(time.Time).Sub")
	s.steps = s.steps && (midnights || dates.Mentions("(time.Time).Format", "(time.Time).Day", "(time.Time).Date", "(time.Time).YearDay", "(time.Time).Weekday"))
	return s
}

func (s *survey) visit(n ast.Node) {
	switch n := n.(type) {
	case *ast.FuncDecl:
		s.named = s.named || dayCount.MatchString(n.Name.Name)
	case *ast.CallExpr:
		if sel, ok := n.Fun.(*ast.SelectorExpr); ok && sel.Sel.Name == "Add" && len(n.Args) == 1 {
			s.add(n.Args[0])
		}
	case *ast.BinaryExpr:
		if n.Op == token.QUO {
			s.counts = s.counts || s.multiple(n.Y, 24)
		}
	case *ast.AssignStmt:
		if n.Tok == token.QUO_ASSIGN {
			s.counts = s.counts || s.multiple(n.Rhs[0], 24)
		}
		for i, lhs := range n.Lhs {
			if id, ok := lhs.(*ast.Ident); ok && len(n.Lhs) == len(n.Rhs) {
				s.assign(id, n.Rhs[i])
			}
		}
	case *ast.ValueSpec:
		for i, id := range n.Names {
			if len(n.Names) == len(n.Values) {
				s.assign(id, n.Values[i])
			}
		}
	}
}

// add notes what is added to a time.
func (s *survey) add(arg ast.Expr) {
	if s.pass.TypesInfo.Types[arg].Value != nil {
		s.steps = s.steps || s.multiple(arg, int64(day))
		return
	}
	ast.Inspect(arg, func(n ast.Node) bool {
		e, ok := n.(ast.Expr)
		if !ok {
			return true
		}
		if id, ok := e.(*ast.Ident); ok {
			s.added[s.pass.TypesInfo.ObjectOf(id)] = true
		}
		s.steps = s.steps || s.multiple(e, 24)
		return true
	})
}

// assign notes what a variable is set to.
func (s *survey) assign(id *ast.Ident, value ast.Expr) {
	if s.multiple(value, int64(day)) {
		s.days[s.pass.TypesInfo.ObjectOf(id)] = true
	}
}

// multiple reports whether an expression is a constant multiple of n.
func (s *survey) multiple(e ast.Expr, n int64) bool {
	value := s.pass.TypesInfo.Types[e].Value
	if value == nil || value.Kind() != constant.Int && value.Kind() != constant.Float {
		return false
	}
	x, ok := constant.Int64Val(constant.ToInt(value))
	return ok && x != 0 && x%n == 0
}
