package guard

import (
	"cmp"
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/flow"
)

// A Site is a call of a danger, or of what leads to one, on a path where no
// check of its kind holds for its object.
type Site struct {
	Kind   string
	Call   *ast.CallExpr
	Object string // source text of the object, "" for any

	Callee *types.Func // nil for a literal
	Danger bool        // whether Callee is declared to destroy the object
	Next   *Site       // the call in the body of Callee that needs the check, if inferred

	Waiver *Waiver // the waiver that covers the call
	Near   *Near   // the check that comes nearest, if any

	p    *Package
	call ssa.CallInstruction
	obj  Object
	path flow.Path
	name int // what nameDepth says of the object

	// Where the check was left to others:
	proofs  []evidence      // what holds where the function is used
	askers  []*ssa.Function // whose callers are asked for it
	dropped bool            // some are not asked, there being too many objects
}

// A Why tells why a check that is there does not help.
type Why int

// The reasons, the more telling ones first.
const (
	Inverted    Why = iota // it tells that the object must not be destroyed
	OtherKind              // it is of another kind
	Detached               // it is made before a goroutine starts
	OtherObject            // it is of another object
	Unclear                // its result is looked at, but not known to permit this
	Undecided              // its result does not decide whether control comes here
	Unrelated              // neither is it of the object, nor does its result decide
)

// A Near is a check that nearly guards a site.
type Near struct {
	Why      Why
	Kind     string    // of the check
	Pos, End token.Pos // of the check; of the go statement for Detached
	Text     string    // source text of the check
	Flag     bool      // the check is a look at a flag
	Namesake bool      // the check is of another object of the same source text
}

// Unguarded returns the unguarded calls of the package, waived ones included,
// in source order.
func (p *Package) Unguarded() []*Site { return p.sites }

func (p *Package) newSite(call ssa.CallInstruction, d demand) *Site {
	s := &Site{Kind: d.Kind, Callee: d.callee, Danger: d.danger, p: p, call: call, obj: d.Obj, name: p.nameIn(call, d.Obj)}
	if d.via != nil {
		s.Next = d.via.site
	}
	s.Call, _ = p.exprAt(call.Common().Pos()).(*ast.CallExpr)
	s.path, _ = p.objectIn(call, d.Obj)
	s.Object = s.objectText(d.Obj)
	s.look(p.before(call))
	return s
}

// Fn returns the function that holds the call.
func (s *Site) Fn() *ssa.Function { return s.call.Parent() }

// maxGuarded is how many guarded calls a site is compared with.
const maxGuarded = 2

// Guarded returns some calls of the same function that are guarded.
func (s *Site) Guarded() []*ast.CallExpr {
	var out []*ast.CallExpr
	for _, call := range s.p.guarded[guardedCall{s.Callee, s.Kind}] {
		expr, ok := s.p.exprAt(call.Common().Pos()).(*ast.CallExpr)
		if ok && s.Callee != nil && len(out) < maxGuarded {
			out = append(out, expr)
		}
	}
	return out
}

// objectText returns the source text of what an annotation calls obj.
func (s *Site) objectText(obj Object) string {
	if obj.Param == Any || s.Call == nil {
		return ""
	}
	text, args := "", s.Call.Args
	var recv ast.Expr
	if s.receiverFirst() {
		recv, args = args[0], args[1:]
	}
	switch {
	case obj.Param == Receiver && recv != nil:
		text = exprText(recv)
	case obj.Param == Receiver:
		if sel, ok := ast.Unparen(s.Call.Fun).(*ast.SelectorExpr); ok {
			text = exprText(sel.X)
		}
	case len(args) > obj.Param+1 && s.variadic(obj.Param):
		return s.unchecked(obj, args[obj.Param:])
	case obj.Param < len(args):
		text = exprText(args[obj.Param])
		if s.variadic(obj.Param) {
			obj.Fields = slices.DeleteFunc(slices.Clone(obj.Fields), func(f string) bool { return f == eachElement })
		}
	}
	if text == "" {
		return s.path.String()
	}
	fields := obj.Fields
	if n := len(fields) - 1; n >= 0 && fields[n] == eachElement {
		text, fields = "all of "+text, fields[:n]
	}
	for _, f := range fields {
		if f == eachElement {
			text += "[...]"
		} else {
			text += "." + f
		}
	}
	return text
}

// variadic reports whether the call gives a parameter arguments one by one.
func (s *Site) variadic(param int) bool {
	sig, ok := s.p.pass.TypesInfo.TypeOf(s.Call.Fun).Underlying().(*types.Signature)
	return ok && sig.Variadic() && !s.Call.Ellipsis.IsValid() && s.Callee != nil && param == s.Callee.Signature().Params().Len()-1
}

// unchecked returns the source text of those arguments of a variadic parameter
// that were not checked.
func (s *Site) unchecked(obj Object, args []ast.Expr) string {
	var all, open []string
	st := s.p.before(s.call)
	values := s.p.listed(operand(s.call, obj))
	for i, arg := range args {
		all = append(all, exprText(arg))
		if i >= len(values) {
			continue
		}
		if path, ok := s.p.pathOf(values[i]); !ok || !st.holds(s.Kind, path, s.p.nameDepth(values[i])) {
			open = append(open, exprText(arg))
		}
	}
	if len(open) == 0 {
		open = all
	}
	return strings.Join(open, " and ")
}

// receiverFirst reports whether the receiver is the first argument, as in a
// call of a method expression.
func (s *Site) receiverFirst() bool {
	if s.Callee == nil || s.Callee.Signature().Recv() == nil {
		return false
	}
	sig, ok := s.p.pass.TypesInfo.TypeOf(s.Call.Fun).Underlying().(*types.Signature)
	return ok && sig.Params().Len() > s.Callee.Signature().Params().Len() && len(s.Call.Args) > 0
}

// exprText returns the text of an expression without & and parentheses around
// it.
func exprText(e ast.Expr) string {
	e = ast.Unparen(e)
	if u, ok := e.(*ast.UnaryExpr); ok && u.Op == token.AND {
		e = ast.Unparen(u.X)
	}
	if lit, ok := e.(*ast.CompositeLit); ok {
		return types.ExprString(lit.Type)
	}
	return types.ExprString(e)
}

// look searches a state for checks that come near.
func (s *Site) look(st state) {
	for c, ev := range st {
		if n, ok := s.judge(c, ev); ok {
			s.Near = s.nearer(n)
		}
	}
}

// judge tells how near a claim comes to what the site needs.
func (s *Site) judge(c claim, ev evidence) (Near, bool) {
	n := Near{Kind: c.kind, Pos: ev.pos}
	switch {
	case c.call != nil:
		return s.undecided(c.call, ev)
	case s.path == flow.Path{}, c.obj == flow.Path{}, isTold(c.kind), ev.yielded, ev.left != nil:
		return n, false
	case c.kind == s.Kind && c.refused && c.obj == s.path:
		n.Why = Inverted
	case c.refused:
		return n, false
	case c.kind != s.Kind && c.obj == s.path:
		n.Why = OtherKind
	case c.kind == s.Kind:
		n.Why, n.Namesake = OtherObject, s.namesake(c.obj)
	default:
		return n, false
	}
	return n, true
}

// undecided: a check of the object, or of another, was called.
func (s *Site) undecided(call *ssa.Call, ev evidence) (near Near, found bool) {
	for _, c := range s.p.called(call).Checks {
		if c.Kind != s.Kind {
			continue
		}
		for _, of := range s.p.subjectsIn(call, c.Obj) {
			switch {
			case of.path == s.path:
				near := Near{Why: Undecided, Kind: c.Kind, Pos: ev.pos}
				if s.p.decides(call, s.call.Block()) {
					near.Why = Unclear
				}
				return near, true
			case of.path != flow.Path{} && s.path != flow.Path{}:
				near, found = Near{Why: Unrelated, Kind: c.Kind, Pos: ev.pos, Namesake: s.namesake(of.path)}, true
			}
		}
	}
	return near, found
}

// namesake reports whether another object is called like that of the site: the
// variable was assigned to, or hidden.
func (s *Site) namesake(other flow.Path) bool {
	text := other.String()
	return text == s.Object || text == s.path.String()
}

// decides reports whether a branch that leads to a block depends on what a call
// returns.
func (p *Package) decides(call *ssa.Call, at *ssa.BasicBlock) bool {
	seen := make(map[ssa.Value]bool)
	return slices.ContainsFunc(p.conditionsAt(at), func(c flow.Cond) bool { return p.derived(c.X, call, seen) })
}

// derived reports whether a value is made of what a call returns.
func (p *Package) derived(v ssa.Value, call *ssa.Call, seen map[ssa.Value]bool) bool {
	if v = p.resolve(v); v == call {
		return true
	}
	instr, ok := v.(ssa.Instruction)
	if !ok || seen[v] {
		return false
	}
	seen[v] = true
	return slices.ContainsFunc(instr.Operands(nil), func(op *ssa.Value) bool { return *op != nil && p.derived(*op, call, seen) })
}

// nearer returns the nearer of n and what was found before. At equal nearness
// the later check in the source wins.
func (s *Site) nearer(n Near) *Near {
	if old := s.Near; old != nil && cmp.Or(cmp.Compare(old.Why, n.Why), cmp.Compare(n.Pos, old.Pos), cmp.Compare(old.Kind, n.Kind)) <= 0 {
		return old
	}
	switch e := s.p.exprAt(n.Pos).(type) {
	case *ast.CallExpr:
		n.Text, n.Pos, n.End = types.ExprString(e), e.Pos(), e.End()
	case *ast.SelectorExpr:
		n.Text, n.Pos, n.End, n.Flag = types.ExprString(e), e.Pos(), e.End(), true
	}
	return &n
}

// exprAt returns the call with its parenthesis at pos, or the selector with
// its name there; nil for none.
func (p *Package) exprAt(pos token.Pos) ast.Expr { return p.exprs()[pos] }

func (p *Package) indexExprs() map[token.Pos]ast.Expr {
	exprs := make(map[token.Pos]ast.Expr)
	for _, file := range p.pass.Files {
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.CallExpr:
				exprs[n.Lparen] = n
			case *ast.SelectorExpr:
				exprs[n.Sel.Pos()] = n
			}
			return true
		})
	}
	return exprs
}
