package guard

import (
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/flow"
)

const equal = token.EQL

// A reading derives claims from comparisons that are known to hold.
type reading struct {
	p   *Package
	at  *ssa.BasicBlock // where they hold
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
	r.readGroup(st, x, op, y)
	r.readReceived(st, x, op, y)
	if phi := r.p.variable(x); phi != nil && r.depth < maxReading {
		return r.readPhi(st, phi, flow.Cond{X: x, Op: op, Y: y}, r.p.aspectOf(x))
	}
	return true
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
	if call, index, length := r.p.lookedAt(x); call != nil {
		r.readCall(st, call, index, length, op, y)
	}
}

// lookedAt returns the call whose result v is, or is the length of, and which.
func (p *Package) lookedAt(v ssa.Value) (call *ssa.Call, index int, length bool) {
	if s := measured(p.resolve(v)); s != nil {
		call, index = p.resultOf(s)
		return call, index, true
	}
	call, index = p.resultOf(v)
	return call, index, false
}

// readCall adds what a check says if one of its results, or the length of that,
// compares by op with y.
func (r *reading) readCall(st state, call *ssa.Call, index int, length bool, op token.Token, y *ssa.Const) {
	if _, fresh := r.st[claim{call: call}]; !fresh {
		return
	}
	for _, c := range r.p.called(call).Checks {
		v := open
		if length != (c.When == empty) && index == c.Result {
			continue
		}
		switch index {
		case c.Result:
			v = c.judge(op, y)
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
		subjects := r.p.subjectsIn(call, c.Obj)
		if v == refused && len(subjects) > 1 {
			subjects = subjects[:1] // of which of them is not known
		}
		for _, s := range subjects {
			st.claim(c.Kind, s.path, v == refused, evidence{pos: call.Common().Pos(), name: s.name})
		}
	}
}

// other reports whether the result of a check besides the one with the given
// index is known to permit destruction too.
func (r *reading) other(call *ssa.Call, c Check, index int) bool {
	want, judge := c.Err, Nil.judge
	if index == c.Err {
		want, judge = c.Result, c.judge
	}
	if want < 0 {
		return true
	}
	if _, sound := r.st[claim{call: call, sound: true}]; sound && want == c.Err {
		return true
	}
	for _, cond := range r.known() {
		x, op, y, ok := r.p.withConstant(cond)
		if !ok || judge(op, y) != accepted {
			continue
		}
		if other, i, length := r.p.lookedAt(x); other == call && i == want && length == (index == c.Err && c.When == empty) {
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
