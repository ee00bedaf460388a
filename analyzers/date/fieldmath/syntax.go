package fieldmath

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/leapguard/leapguard/internal/flow"
	"github.com/leapguard/leapguard/internal/syntax"
)

// A look tells what the syntax of a package has that is worth building SSA.
type look struct {
	shift  bool // something is added to a month or day outside of time.Date
	writer bool // some function may write its parameters as a date
}

func (c *check) look() look {
	var l look
	reads := c.dates.Mentions("(time.Time).Month", "(time.Time).Day", "(time.Time).Date")
	imports := c.importsShift()
	for _, file := range c.pass.Files {
		for _, decl := range file.Decls {
			if decl, ok := decl.(*ast.FuncDecl); ok {
				fn, _ := c.pass.TypesInfo.Defs[decl.Name].(*types.Func)
				l.writer = l.writer || fn != nil && fn.Exported() && takesMonth(fn.Signature())
			}
		}
		if !reads && !imports {
			continue
		}
		ast.PreorderStack(file, nil, func(n ast.Node, stack []ast.Node) bool {
			switch n := n.(type) {
			case *ast.BinaryExpr:
				l.shift = l.shift || reads && c.shifts(n, stack)
			case *ast.CallExpr:
				fn := c.pass.Callee(n)
				l.shift = l.shift || imports && fn != nil && c.pass.ImportObjectFact(fn.Origin(), new(ShiftedField))
			}
			return !l.shift
		})
	}
	return l
}

// importsShift reports whether a function that the package may call returns a
// shift.
func (c *check) importsShift() bool {
	return slices.ContainsFunc(c.pass.AllObjectFacts(), func(f analysis.ObjectFact) bool {
		_, ok := f.Fact.(*ShiftedField)
		return ok
	})
}

// shifts reports whether an expression may be a month or day to which something
// is added or subtracted, and is no argument of time.Date or AddDate, no index
// and no operand of a division.
func (c *check) shifts(e *ast.BinaryExpr, stack []ast.Node) bool {
	if e.Op != token.ADD && e.Op != token.SUB || !c.part(e.X) && !c.part(e.Y) {
		return false
	}
	for _, s := range slices.Backward(stack) {
		switch outer := s.(type) {
		case *ast.ParenExpr:
			continue
		case *ast.BinaryExpr:
			return outer.Op != token.QUO && outer.Op != token.REM
		case *ast.IndexExpr, *ast.SliceExpr:
			return c.ofMonths(s)
		case *ast.CallExpr:
			if c.pass.TypesInfo.Types[outer.Fun].IsType() {
				continue
			}
			fn := c.pass.Callee(outer)
			return fn == nil || fn.Pkg() == nil || fn.Pkg().Path() != "time" || fn.Name() != "Date" && fn.Name() != "AddDate"
		}
		return true
	}
	return true
}

// ofMonths reports whether a node is an element of a map by months.
func (c *check) ofMonths(n ast.Node) bool {
	e, ok := n.(*ast.IndexExpr)
	if !ok {
		return false
	}
	t := c.pass.TypesInfo.TypeOf(e.X)
	if t == nil {
		return false
	}
	m, ok := t.Underlying().(*types.Map)
	return ok && isMonth(m.Key())
}

// part reports whether an expression may be a month or day: of type
// time.Month, a call of Day, or a variable, which may hold either.
func (c *check) part(e ast.Expr) bool {
	e = ast.Unparen(e)
	tv := c.pass.TypesInfo.Types[e]
	if tv.Value != nil {
		return false
	}
	if tv.Type != nil && isMonth(tv.Type) {
		return true
	}
	call, ok := e.(*ast.CallExpr)
	if !ok {
		id, ok := e.(*ast.Ident)
		return ok && c.holdsPart(id)
	}
	if c.pass.TypesInfo.Types[call.Fun].IsType() && len(call.Args) == 1 {
		return c.part(call.Args[0])
	}
	fn := c.pass.Callee(call)
	return fn != nil && flow.Name(fn) == "(time.Time).Day"
}

// holdsPart reports whether a variable of type int has a name that months or
// days have.
func (c *check) holdsPart(id *ast.Ident) bool {
	t := c.pass.TypesInfo.TypeOf(id)
	b, ok := t.(*types.Basic)
	return ok && b.Info()&types.IsInteger != 0 && partNames[lower(id.Name)]
}

// isMonth reports whether a type is time.Month.
func isMonth(t types.Type) bool { return syntax.IsNamed(t, "time", "Month") }
