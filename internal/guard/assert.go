package guard

import (
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/flow"
)

// An assertion says that a function returns only if a parameter has an
// outcome, as must(err) does.
type assertion struct {
	param int // index into the parameters in SSA form
	when  Outcome
}

// assertions returns those of a function of this package, which may be nil.
func (p *Package) assertions(fn *ssa.Function) []assertion {
	if fn == nil || fn.Recover != nil {
		return nil
	}
	if known, ok := p.asserted[fn]; ok {
		return known
	}
	var out []assertion
	for i, param := range fn.Params {
		for _, when := range outcomesOf(param.Type()) {
			if p.returnsOnly(fn, param, when) {
				out = append(out, assertion{i, when})
			}
		}
	}
	p.asserted[fn] = out
	return out
}

func outcomesOf(t types.Type) []Outcome {
	switch {
	case isBoolean(t):
		return []Outcome{True, False}
	case nillable(t):
		return []Outcome{Nil, NonNil}
	}
	return nil
}

// returnsOnly reports whether fn returns, and only if param has the outcome.
func (p *Package) returnsOnly(fn *ssa.Function, param *ssa.Parameter, when Outcome) bool {
	returns := false
	for _, block := range fn.Blocks {
		if _, ok := block.Instrs[len(block.Instrs)-1].(*ssa.Return); !ok {
			continue
		}
		returns = true
		known := false
		for _, c := range p.conditionsAt(block) {
			x, op, y, ok := p.withConstant(c)
			known = known || ok && p.resolve(x) == param && when.judge(op, y) == accepted
		}
		if !known {
			return false
		}
	}
	return returns
}

// assert adds what is known behind a call since it came back.
func (p *Package) assert(st state, call *ssa.Call) {
	args := flow.Args(call)
	for _, a := range p.assertions(p.target(call)) {
		if a.param >= len(args) {
			continue
		}
		cond := a.when.cond(args[a.param])
		known := append(p.conditionsAt(call.Block()), cond)
		for c, ev := range p.suppose(st, p.solve(call.Parent()), known, cond, 0) {
			st[c] = ev
		}
	}
}

// passed returns the argument that a function of this package returns as the
// result with the given index, nil if it does not return one as it is.
func (p *Package) passed(call *ssa.Call, index int) ssa.Value {
	fn, args := p.target(call), flow.Args(call)
	if fn == nil || len(args) != len(fn.Params) {
		return nil
	}
	var arg ssa.Value
	for _, block := range fn.Blocks {
		ret, ok := block.Instrs[len(block.Instrs)-1].(*ssa.Return)
		if !ok || block == fn.Recover {
			continue
		}
		var found ssa.Value
		for i, param := range fn.Params {
			if p.resolve(ret.Results[index]) == param {
				found = args[i]
			}
		}
		if found == nil || arg != nil && arg != found {
			return nil
		}
		arg = found
	}
	return arg
}

// joins names the functions whose result is nil only if all arguments are.
var joins = map[string]bool{
	"errors.Join":                  true,
	"cmp.Or":                       true,
	"go.uber.org/multierr.Append":  true,
	"go.uber.org/multierr.Combine": true,
}

// joined returns the values that are all nil if v is.
func (m *memo) joined(v ssa.Value) []ssa.Value {
	call, ok := m.resolve(v).(*ssa.Call)
	if !ok {
		return nil
	}
	if callee := flow.Callee(call); callee == nil || !joins[flow.Name(callee)] {
		return nil
	}
	var out []ssa.Value
	for _, arg := range call.Call.Args {
		if isVariadicArray(arg) {
			out = append(out, elementsOf(arg.(*ssa.Slice).X.(*ssa.Alloc))...)
		} else {
			out = append(out, arg)
		}
	}
	return out
}

// elementsOf returns what is stored to the elements of an array.
func elementsOf(array *ssa.Alloc) []ssa.Value {
	var out []ssa.Value
	for _, ref := range *array.Referrers() {
		elem, ok := ref.(*ssa.IndexAddr)
		if !ok {
			continue
		}
		for _, r := range *elem.Referrers() {
			if store, ok := r.(*ssa.Store); ok && store.Addr == elem {
				out = append(out, store.Val)
			}
		}
	}
	return out
}

// readJoin: the comparison looks at errors that were joined.
func (r *reading) readJoin(st state, x ssa.Value, op token.Token, y *ssa.Const) {
	if Nil.judge(op, y) != accepted || r.depth >= maxReading {
		return
	}
	deeper := *r
	deeper.depth++
	for _, v := range r.p.joined(x) {
		deeper.read(st, Nil.cond(v))
	}
}
