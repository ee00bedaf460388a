package schedule

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/leapguard/leapguard/internal/syntax"
)

// Of returns the schedules by which the code at a position of the package runs,
// or nil if it may run at any time: if the function that it stands in, or one
// of those that call that, is exported, is used in another way, or is not used.
// Uses in tests do not count.
func Of(pass *analysis.Pass, pos token.Pos) []Schedule {
	f := &finder{pass: pass, seen: make(map[types.Object]bool)}
	if !f.around(f.stack(pos)) {
		return nil
	}
	return f.found
}

// A finder collects the schedules of functions and those that call them.
type finder struct {
	pass  *analysis.Pass
	seen  map[types.Object]bool
	found []Schedule
}

// stack returns the nodes around a position, outermost first.
func (f *finder) stack(pos token.Pos) []ast.Node {
	file := syntax.FileOf(f.pass, pos)
	if file == nil {
		return nil
	}
	var out []ast.Node
	ast.Inspect(file, func(n ast.Node) bool {
		inside := n != nil && n.Pos() <= pos && pos < n.End()
		if inside {
			out = append(out, n)
		}
		return inside
	})
	return out
}

// around reports whether the innermost function literals and the declaration of
// a stack of nodes run by schedules, and collects those.
func (f *finder) around(stack []ast.Node) bool {
	for i := len(stack) - 1; i > 0; i-- {
		switch n := stack[i].(type) {
		case *ast.FuncLit:
			if f.registered(stack[:i+1]) {
				return true
			}
			if v := f.variable(stack[i-1]); v != nil {
				return f.used(v)
			}
		case *ast.FuncDecl:
			fn, ok := f.pass.TypesInfo.Defs[n.Name].(*types.Func)
			return ok && f.used(fn)
		}
	}
	return false
}

// variable returns the variable that a function literal, given what it stands in,
// is assigned to alone.
func (f *finder) variable(parent ast.Node) types.Object {
	switch parent := parent.(type) {
	case *ast.AssignStmt:
		if id, ok := parent.Lhs[0].(*ast.Ident); ok && len(parent.Lhs) == 1 && parent.Tok == token.DEFINE {
			return f.pass.TypesInfo.Defs[id]
		}
	case *ast.ValueSpec:
		if len(parent.Names) == 1 && !parent.Names[0].IsExported() {
			return f.pass.TypesInfo.Defs[parent.Names[0]]
		}
	}
	return nil
}

// used reports whether all uses of a function, or of a variable that holds one,
// are registrations with a schedule or calls in code that runs by one.
func (f *finder) used(obj types.Object) bool {
	if obj == nil || obj.Exported() && f.pass.Pkg.Name() != "main" {
		return false
	}
	if f.seen[obj] {
		return true // recursion adds nothing
	}
	f.seen[obj] = true
	uses := 0
	for id, used := range f.pass.TypesInfo.Uses {
		if fn, ok := used.(*types.Func); ok {
			used = fn.Origin()
		}
		if used != obj || syntax.InTest(f.pass, id.Pos()) {
			continue
		}
		uses++
		stack := f.stack(id.Pos())
		if called(stack) && f.around(stack) || f.registered(stack) {
			continue
		}
		return false
	}
	return uses > 0
}

// called reports whether the innermost of a stack of nodes is the function, or
// its name, of a call.
func called(stack []ast.Node) bool {
	for i := len(stack) - 1; i > 0; i-- {
		switch parent := stack[i-1].(type) {
		case *ast.CallExpr:
			return parent.Fun == stack[i]
		case *ast.SelectorExpr:
			if parent.Sel != stack[i] {
				return false
			}
		case *ast.ParenExpr, *ast.IndexExpr:
		default:
			return false
		}
	}
	return false
}

// registered reports whether the innermost of a stack of nodes is part of an
// expression that has a schedule too, such as a call or the literal of a struct,
// and collects that.
func (f *finder) registered(stack []ast.Node) bool {
	if called(stack) {
		return false
	}
	for i := len(stack) - 2; i > 0; i-- {
		if _, ok := stack[i].(ast.Expr); !ok {
			return false
		}
		switch n := stack[i].(type) {
		case *ast.FuncLit:
			return false
		case *ast.CallExpr, *ast.CompositeLit:
			if found := f.schedules(n); len(found) == 1 {
				f.found = append(f.found, found[0])
				return true
			} else if len(found) > 1 {
				return false
			}
		}
	}
	return false
}

// schedules returns the schedules that stand in an expression, not in the bodies
// of function literals.
func (f *finder) schedules(e ast.Node) []Schedule {
	var out []Schedule
	ast.Inspect(e, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return false
		case ast.Expr:
			if v := f.pass.TypesInfo.Types[n].Value; v != nil {
				if v.Kind() == constant.String {
					if s, ok := Parse(constant.StringVal(v)); ok {
						out = append(out, s)
					}
				}
				return false
			}
			if call, ok := n.(*ast.CallExpr); ok {
				if s, ok := f.monthly(call); ok {
					out = append(out, s)
				}
			}
		}
		return true
	})
	return out
}

// monthly returns the schedule of a call that sets the days of the month for
// gocron: Month(1), or NewDaysOfTheMonth(1, 15) since its version 2.
func (f *finder) monthly(call *ast.CallExpr) (Schedule, bool) {
	s := Schedule{hours: 1<<24 - 1}
	switch syntax.CalledName(call) {
	case "Month", "Months", "NewDaysOfTheMonth":
	default:
		return s, false
	}
	fn := syntax.Callee(f.pass.TypesInfo, call)
	if fn == nil || fn.Pkg() == nil || !strings.Contains(fn.Pkg().Path(), "/gocron") {
		return s, false
	}
	for _, arg := range call.Args {
		v := f.pass.TypesInfo.Types[arg].Value
		if v == nil {
			return s, false
		}
		day, exact := constant.Int64Val(constant.ToInt(v))
		if !exact || day < 1 || day > 31 {
			return s, false // counted from the end of the month
		}
		s.days |= 1 << day
	}
	return s, s.days != 0
}
