package pki

import (
	"go/ast"
	"go/constant"
	"go/token"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/flow"
)

// A Range is a stretch of source.
type Range struct{ Begin, Finish token.Pos }

// Pos returns where the range begins.
func (r Range) Pos() token.Pos { return r.Begin }

// End returns where the range ends.
func (r Range) End() token.Pos { return r.Finish }

// Place returns the range of the argument, or of the field in a composite
// literal, that gives a value to its use.
func (u *Use) Place(files []*ast.File) analysis.Range { return u.at(u.Pos(), files) }

// PlaceOf returns where a map is given an element: the value in a literal, the
// indexed map in an assignment.
func PlaceOf(update *ssa.MapUpdate, files []*ast.File) analysis.Range {
	return new(Use).at(update.Pos(), files)
}

// Callee returns the range of the function, as the call names it, that is given
// the value; that of the value where a field is.
func (u *Use) Callee(files []*ast.File) analysis.Range {
	if u.Call == nil {
		return u.Place(files)
	}
	named := *u
	named.Value = nil
	return named.Place(files)
}

func (u *Use) at(pos token.Pos, files []*ast.File) analysis.Range {
	var found analysis.Range = Range{pos, pos}
	for _, file := range files {
		if pos < file.FileStart || file.FileEnd < pos {
			continue
		}
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.CallExpr:
				if u.Call != nil && n.Lparen == pos {
					found = u.argument(n)
				}
			case *ast.KeyValueExpr:
				if u.Call == nil && n.Colon == pos {
					found = n.Value
				}
			case *ast.IndexExpr:
				if u.Call == nil && n.Lbrack == pos {
					found = n
				}
			case *ast.AssignStmt:
				if u.Store != nil && (n.TokPos == pos || n.Pos() <= pos && pos < n.TokPos) && len(n.Rhs) == len(n.Lhs) {
					found = n.Rhs[0]
				}
			}
			return n == nil || n.Pos() <= pos && pos <= n.End()
		})
	}
	return found
}

// argument returns the expression of the argument that is used.
func (u *Use) argument(call *ast.CallExpr) analysis.Range {
	for i, arg := range u.Args {
		if arg != u.Value {
			continue
		}
		// The receiver precedes the arguments.
		if i -= len(u.Args) - len(call.Args); i >= 0 && i < len(call.Args) {
			return call.Args[i]
		}
	}
	return Range{call.Pos(), call.Lparen}
}

// Excluded reports whether a condition on the way to the use says that the
// value is not the text of m: "replace the default key" was refused.
func (p *Package) Excluded(u *Use, m *Material) bool {
	for _, cond := range flow.ConditionsAt(u.Instr().Block()) {
		switch cond.Op {
		case token.NEQ:
			if p.is(cond.X, m) || p.is(cond.Y, m) {
				return true
			}
		case token.EQL:
			if call, ok := cond.X.(*ssa.Call); ok && isFalse(cond.Y) && isNamedCall(call, "bytes.Equal") {
				if args := flow.Args(call); p.is(args[0], m) || p.is(args[1], m) {
					return true
				}
			}
		}
	}
	return false
}

// is reports whether a value is the text of m in every execution.
func (p *Package) is(v ssa.Value, m *Material) bool {
	c, ok := p.eval.prog.Fold(v)
	return ok && c.Kind() == constant.String && constant.StringVal(c) == string(m.Text)
}

func isFalse(v ssa.Value) bool {
	c, ok := v.(*ssa.Const)
	return ok && c.Value != nil && c.Value.Kind() == constant.Bool && !constant.BoolVal(c.Value)
}

func isNamedCall(call *ssa.Call, name string) bool {
	fn := flow.Callee(call)
	return fn != nil && flow.Name(fn) == name
}

// Decrypted reports whether the passphrase of an encrypted key stands in the
// source too.
func (p *Package) Decrypted(u *Use) bool {
	if u.Sink.Passphrase == 0 || u.Call == nil || len(u.Args) <= u.Sink.Passphrase {
		return false
	}
	fn := flow.Callee(u.Call)
	if fn == nil || flow.Name(fn) != u.Sink.Func {
		return false
	}
	for _, m := range p.eval.of(u.Args[u.Sink.Passphrase]).Materials {
		if len(m.Text) > 0 {
			return true
		}
	}
	return false
}
