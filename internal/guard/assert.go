package guard

import (
	"go/types"
	"maps"
	"slices"

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
		maps.Copy(st, p.suppose(st, call.Block(), known, cond, 0))
	}
}

// A passage is a result of a function.
type passage struct {
	fn     *ssa.Function
	result int
}

// passed returns the argument that a function of this package returns as the
// result with the given index, nil if it does not return one as it is.
func (p *Package) passed(call *ssa.Call, result int) ssa.Value {
	fn, args := p.target(call), flow.Args(call)
	if fn == nil || len(args) != len(fn.Params) {
		return nil
	}
	through := passage{fn, result}
	param, ok := p.passages[through]
	if !ok {
		param = p.passing(fn, result)
		p.passages[through] = param
	}
	if param < 0 {
		return nil
	}
	return args[param]
}

// passing returns the index of the parameter that all returns of a function
// give as a result, or -1.
func (p *Package) passing(fn *ssa.Function, result int) int {
	passed := -1
	for _, block := range fn.Blocks {
		ret, ok := block.Instrs[len(block.Instrs)-1].(*ssa.Return)
		if !ok || block == fn.Recover {
			continue
		}
		v := p.resolve(ret.Results[result])
		param := slices.IndexFunc(fn.Params, func(param *ssa.Parameter) bool { return v == param })
		if param < 0 || passed >= 0 && param != passed {
			return -1
		}
		passed = param
	}
	return passed
}
