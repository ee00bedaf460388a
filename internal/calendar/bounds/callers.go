package bounds

import (
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/flow"
)

// An Argument is what one call passes for a parameter.
type Argument struct {
	Value ssa.Value
	Call  ssa.CallInstruction
}

// callers holds the static calls of the functions of a package.
type callers struct {
	calls map[*ssa.Function][]ssa.CallInstruction
	taken map[*ssa.Function]bool // used other than to be called
}

// Arguments returns what is passed for a parameter if all calls are known:
// those of a function that is not exported and only ever called.
func (p *Program) Arguments(param *ssa.Parameter) ([]Argument, bool) {
	fn := param.Parent()
	obj, ok := fn.Object().(*types.Func)
	if !ok || obj.Exported() {
		return nil, false
	}
	c := p.findCallers()
	if c.taken[fn] || len(c.calls[fn]) == 0 {
		return nil, false
	}
	index := -1
	for i, other := range fn.Params {
		if other == param {
			index = i
		}
	}
	var out []Argument
	for _, call := range c.calls[fn] {
		args := flow.Args(call)
		if index < 0 || len(args) != len(fn.Params) {
			return nil, false
		}
		out = append(out, Argument{args[index], call})
	}
	return out, true
}

func (p *Program) findCallers() *callers {
	if p.callers != nil {
		return p.callers
	}
	c := &callers{calls: make(map[*ssa.Function][]ssa.CallInstruction), taken: make(map[*ssa.Function]bool)}
	p.callers = c
	var operands []*ssa.Value
	for _, fn := range p.flow.Funcs() {
		for _, block := range fn.Blocks {
			for _, instr := range block.Instrs {
				call, isCall := instr.(ssa.CallInstruction)
				if isCall {
					if callee := call.Common().StaticCallee(); callee != nil {
						c.calls[origin(callee)] = append(c.calls[origin(callee)], call)
					}
				}
				operands = instr.Operands(operands[:0])
				for _, op := range operands {
					if fn, ok := (*op).(*ssa.Function); ok && !(isCall && op == &call.Common().Value) {
						c.taken[origin(fn)] = true
					}
				}
			}
		}
	}
	return c
}

// origin returns the generic function that a function is an instance of, or
// the method that a wrapper of it calls.
func origin(fn *ssa.Function) *ssa.Function {
	if o := fn.Origin(); o != nil {
		return o
	}
	if fn.Synthetic != "" {
		if obj, ok := fn.Object().(*types.Func); ok {
			if o := fn.Prog.FuncValue(obj); o != nil {
				return o
			}
		}
	}
	return fn
}
