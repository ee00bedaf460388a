package guard

import (
	"go/constant"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/flow"
)

const equal = token.EQL

// A reading derives claims from comparisons that are known to hold.
type reading struct {
	p   *Package
	sol *solution
	st  state // what holds before the branch
	// known returns all comparisons that hold, the one read included.
	known func() []flow.Cond
	depth int
}

// maxReading bounds how deep variables that were set on several paths are
// looked through.
const maxReading = 3

// read adds the claims that a comparison proves to st. It reports false if it
// finds that the comparison cannot hold.
func (r *reading) read(st state, c flow.Cond) bool {
	x, op, y, ok := r.p.withConstant(c)
	if !ok {
		return true
	}
	r.readFlag(st, x, op, y)
	r.readResult(st, x, op, y)
	r.readJoin(st, x, op, y)
	if phi := r.p.variable(x); phi != nil && r.depth < maxReading {
		return r.readPhi(st, phi, flow.Cond{X: x, Op: op, Y: y})
	}
	return true
}

// variable returns the phi that x, or the slice that x is the length of, was
// set by.
func (m *memo) variable(x ssa.Value) *ssa.Phi {
	x = m.resolve(x)
	if s := measured(x); s != nil {
		x = m.resolve(s)
	}
	phi, _ := x.(*ssa.Phi)
	return phi
}

// measured returns what v is the length of, nil if it is no length.
func measured(v ssa.Value) ssa.Value {
	if call, ok := v.(*ssa.Call); ok {
		if b, ok := call.Call.Value.(*ssa.Builtin); ok && b.Name() == "len" {
			return call.Call.Args[0]
		}
	}
	return nil
}

// withConstant turns a comparison so that its constant comes last.
func (m *memo) withConstant(c flow.Cond) (x ssa.Value, op token.Token, y *ssa.Const, ok bool) {
	if y, ok := m.resolve(c.Y).(*ssa.Const); ok {
		return c.X, c.Op, y, true
	}
	if x, ok := m.resolve(c.X).(*ssa.Const); ok && (c.Op == token.EQL || c.Op == token.NEQ) {
		return c.Y, c.Op, x, true
	}
	return nil, 0, nil, false
}

// readFlag: the comparison looks at a flag of an object.
func (r *reading) readFlag(st state, x ssa.Value, op token.Token, y *ssa.Const) {
	sel, indirect := selected(x)
	if sel == nil {
		if sel, indirect = selected(r.p.resolve(x)); sel == nil {
			return
		}
	}
	field := fieldOf(sel)
	_, pointer := field.Type().Underlying().(*types.Pointer)
	for _, flag := range r.p.Flags(field) {
		// A flag of type *bool that is true or false is looked at through
		// the pointer, one that is nil or not directly.
		if through := pointer && (flag.When == True || flag.When == False); through != indirect {
			continue
		}
		v := flag.When.judge(op, y)
		if v == open {
			continue
		}
		for _, owner := range r.p.owners(base(sel)) {
			st.claim(flag.Kind, owner, v == refused, evidence{pos: sel.Pos()})
		}
	}
}

// selected returns the instruction that selects the field that v was loaded
// from; indirect says that the field holds a pointer to v.
func selected(v ssa.Value) (sel ssa.Value, indirect bool) {
	switch v := v.(type) {
	case *ssa.Field:
		return v, false
	case *ssa.UnOp:
		if v.Op != token.MUL {
			return nil, false
		}
		if addr, ok := v.X.(*ssa.FieldAddr); ok {
			return addr, false
		}
		if sel, deep := selected(v.X); sel != nil && !deep {
			return sel, true
		}
	}
	return nil, false
}

// base returns what a field is selected from.
func base(sel ssa.Value) ssa.Value {
	switch sel := sel.(type) {
	case *ssa.FieldAddr:
		return sel.X
	case *ssa.Field:
		return sel.X
	}
	return nil
}

// owners returns the object that v is and the objects that embed it.
func (m *memo) owners(v ssa.Value) []flow.Path {
	var out []flow.Path
	for v != nil {
		if path, ok := m.pathOf(v); ok {
			out = append(out, path)
		}
		if load, ok := v.(*ssa.UnOp); ok && load.Op == token.MUL {
			v = load.X
		}
		if field := fieldOf(v); field == nil || !field.Embedded() {
			break
		}
		v = base(v)
	}
	return out
}

// readResult: the comparison looks at the result of a check.
func (r *reading) readResult(st state, x ssa.Value, op token.Token, y *ssa.Const) {
	call, index := r.p.resultOf(x)
	if call == nil {
		return
	}
	if _, fresh := r.st[claim{call: call}]; !fresh {
		return
	}
	for _, c := range r.p.called(call).Checks {
		v := open
		switch index {
		case c.Result:
			v = c.When.judge(op, y)
		case c.Err:
			v = Nil.judge(op, y)
			if v == accepted {
				st[claim{call: call, sound: true}] = evidence{pos: call.Common().Pos()}
			}
			if v == refused && c.Result >= 0 {
				v = open // that it is unknown is not that it is refused
			}
		}
		if v == open || v == accepted && !r.other(call, c, index) {
			continue
		}
		if path, ok := r.p.objectIn(call, c.Obj); ok {
			st.claim(c.Kind, path, v == refused, evidence{pos: call.Common().Pos(), name: r.p.basicObject(call, c.Obj)})
		}
	}
}

// other reports whether the result of a check besides the one with the given
// index is known to permit destruction too.
func (r *reading) other(call *ssa.Call, c Check, index int) bool {
	want, outcome := c.Err, Nil
	if index == c.Err {
		want, outcome = c.Result, c.When
	}
	if want < 0 {
		return true
	}
	if _, sound := r.st[claim{call: call, sound: true}]; sound && want == c.Err {
		return true
	}
	for _, cond := range r.known() {
		x, op, y, ok := r.p.withConstant(cond)
		if !ok || outcome.judge(op, y) != accepted {
			continue
		}
		if other, i := r.p.resultOf(x); other == call && i == want {
			return true
		}
	}
	return false
}

// resultOf returns the call that v is a result of, and which; nil for none.
// What a function returns of its arguments is the result of what they are.
func (p *Package) resultOf(v ssa.Value) (call *ssa.Call, index int) {
	for range maxAliases {
		call, index = callOf(p.resolve(v))
		if call == nil {
			return nil, 0
		}
		if v = p.passed(call, index); v == nil {
			break
		}
	}
	return call, index
}

// callOf returns the call that a resolved value is a result of.
func callOf(v ssa.Value) (*ssa.Call, int) {
	switch v := v.(type) {
	case *ssa.Call:
		if t, ok := v.Type().(*types.Tuple); !ok || t.Len() == 1 {
			return v, 0
		}
	case *ssa.Extract:
		if call, ok := v.Tuple.(*ssa.Call); ok {
			return call, v.Index
		}
	}
	return nil, 0
}

// readPhi: the comparison looks at a variable that was set on several paths.
// What holds on all those paths on which it can have come out like this holds.
// It reports false if there are none.
func (r *reading) readPhi(st state, phi *ssa.Phi, c flow.Cond) bool {
	length := measured(r.p.resolve(c.X)) != nil
	var all state
	for i, operand := range phi.Edges {
		if length && lengthContradicts(operand, c) {
			continue
		}
		var edge state
		if pred := phi.Block().Preds[i]; length {
			edge = r.p.edge(pred, phi.Block(), r.sol, r.depth+1)
		} else {
			with := flow.Cond{X: operand, Op: c.Op, Y: c.Y}
			edge = r.p.edgeWith(pred, phi.Block(), r.sol, with, r.siblings(phi, i), r.depth+1)
		}
		if edge != nil {
			all = meet(all, edge)
		}
	}
	for c, ev := range all {
		if _, ok := r.st[c]; !ok {
			st[c] = ev
		}
	}
	return all != nil
}

// siblings returns what is known of the other variables that were set where phi
// was, such as the error beside an answer, as it says on one of the paths.
func (r *reading) siblings(phi *ssa.Phi, edge int) []flow.Cond {
	var out []flow.Cond
	for _, c := range r.known() {
		x, op, y, ok := r.p.withConstant(c)
		if !ok {
			continue
		}
		if other := r.p.variable(x); other != nil && other != phi && other.Block() == phi.Block() && measured(r.p.resolve(x)) == nil {
			out = append(out, flow.Cond{X: other.Edges[edge], Op: op, Y: y})
		}
	}
	return out
}

// lengthContradicts reports whether the length of a slice, which is that of nil
// or of the result of an append, cannot compare as c says.
func lengthContradicts(slice ssa.Value, c flow.Cond) bool {
	y, ok := c.Y.(*ssa.Const)
	if !ok || y.Value == nil || y.Value.Kind() != constant.Int {
		return false
	}
	limit, _ := constant.Int64Val(y.Value)
	switch v := flow.Resolve(slice).(type) {
	case *ssa.Const:
		return v.Value == nil && !constant.Compare(constant.MakeInt64(0), c.Op, y.Value)
	case *ssa.Call:
		// At least one element.
		b, ok := v.Call.Value.(*ssa.Builtin)
		return ok && b.Name() == "append" && len(v.Call.Args) == 2 && isVariadicArray(v.Call.Args[1]) &&
			(c.Op == token.EQL && limit < 1 || c.Op == token.LEQ && limit < 1 || c.Op == token.LSS && limit <= 1)
	}
	return false
}

// isVariadicArray reports whether a slice holds the arguments of a variadic
// parameter that were written one by one.
func isVariadicArray(v ssa.Value) bool {
	s, ok := v.(*ssa.Slice)
	if !ok {
		return false
	}
	alloc, ok := s.X.(*ssa.Alloc)
	return ok && alloc.Comment == "varargs"
}

// edgeWith returns what holds on an edge if, besides, cond holds there and what
// else is known of values on it; nil if that cannot be.
func (p *Package) edgeWith(from, to *ssa.BasicBlock, s *solution, cond flow.Cond, more []flow.Cond, depth int) state {
	st := p.edge(from, to, s, depth)
	if st == nil {
		return nil
	}
	known := append(p.conditionsAt(from), p.edgeConditions(from, to)...)
	if p.anyContradicts(more, known) || slices.ContainsFunc(more, p.folds) {
		return nil
	}
	known = append(known, more...)
	return p.suppose(st, s, known, cond, depth)
}

// suppose returns st with what follows if cond holds besides the known
// comparisons; nil if that cannot be.
func (p *Package) suppose(st state, s *solution, known []flow.Cond, cond flow.Cond, depth int) state {
	if p.contradicts(cond, known) || p.folds(cond) {
		return nil
	}
	conds := []flow.Cond{cond}
	if b, ok := p.boolean(cond); ok {
		conds = flow.Implied(cond.X, b)
	}
	r := &reading{p: p, sol: s, st: st.clone(), depth: depth, known: func() []flow.Cond { return append(conds, known...) }}
	for _, c := range conds {
		if !r.read(st, c) {
			return nil
		}
	}
	return st
}

// boolean returns what cond says its first operand is, if that is a boolean.
func (m *memo) boolean(cond flow.Cond) (value, ok bool) {
	_, op, y, ok := m.withConstant(cond)
	if !ok || y != cond.Y {
		return false, false
	}
	switch True.judge(op, y) {
	case accepted:
		return true, true
	case refused:
		return false, true
	}
	return false, false
}
