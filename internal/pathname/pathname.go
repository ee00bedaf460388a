// Package pathname tells whether a name that comes from outside can make a path
// that is built from it the directory that should hold it: where the name is
// empty, ".", or "..".
//
// It proves nothing but follows names backwards, through joining, cleaning,
// helpers of the package and its callers, to where they come in. A name that
// something tests on the way, or that comes from elsewhere, is not an [Input].
package pathname

import (
	"go/constant"
	"go/types"
	"strconv"
	"sync"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/flow"
	"github.com/leapguard/leapguard/internal/models"
)

// Kind tells where an [Input] comes in.
type Kind int

// The kinds.
const (
	Parameter Kind = iota // a parameter of an exported function that others can import
	Flag                  // a flag of the command line that is empty by default
	Given                 // what a function yields, such as os.Getenv
	Field                 // a field of a configuration or request
	Constant              // a constant that is empty or "."
)

// An Input is a name from outside that nothing tests.
type Input struct {
	Kind  Kind
	Value ssa.Value // what yields it
	// Name is its text in the source, or what stands for it.
	Name string
	// Example is what it can be: "", "." or "..".
	Example string
	// Calls are the calls of the package that it takes from there to the path,
	// the innermost first.
	Calls []ssa.CallInstruction
	// Proof is what tests on the way say of it.
	Proof Proof

	api     bool // see Outside
	remote  bool // anybody can choose it
	segment bool // it is not empty
}

// Outside reports whether an input comes from outside as far as the package shows.
// A parameter does not if only the module can call its function, or if all calls in
// the package pass names, or if there are any and it is no method, which would be
// part of what a type offers: what the callers pass counts.
func (in *Input) Outside() bool { return in.Kind != Parameter || in.api }

// A Program knows the names of files in a package. Its methods must not be called
// concurrently.
type Program struct {
	pass    *analysis.Pass
	flow    *flow.Program
	callers func() map[*ssa.Function][]ssa.CallInstruction
	uses    func() *uses
}

// New returns what is known of a package. The analyzer must require flow.Core.
func New(pass *analysis.Pass) *Program {
	p := &Program{pass: pass, flow: flow.Of(pass)}
	p.callers = sync.OnceValue(p.findCallers)
	p.uses = sync.OnceValue(p.findUses)
	return p
}

// findCallers returns the calls of each function of the package outside tests and
// the function itself.
func (p *Program) findCallers() map[*ssa.Function][]ssa.CallInstruction {
	out := make(map[*ssa.Function][]ssa.CallInstruction)
	for _, fn := range p.flow.Funcs() {
		if p.inTest(fn) {
			continue
		}
		for call := range flow.Calls(fn) {
			if callee := flow.Target(call); callee != nil && callee != fn && callee.Pkg == p.flow.Package() {
				out[callee] = append(out[callee], call)
			}
		}
	}
	return out
}

// A Text is a part of a path: a value, and what is known where it is used.
type Text struct {
	Value ssa.Value
	scope scope
}

// A scope is what is known where a value is looked at: what has been compared,
// and the calls of helpers that led into its function.
type scope struct {
	frame *frame
	conds []flow.Cond
}

// A frame is the call of a helper.
type frame struct {
	call   ssa.CallInstruction
	callee *ssa.Function
	outer  *frame
}

// argument returns what a call of a helper passes for a parameter of it.
func (s scope) argument(param *ssa.Parameter) (Text, bool) {
	if s.frame == nil || s.frame.callee != param.Parent() {
		return Text{}, false
	}
	if arg := argument(s.frame.call, param); arg != nil {
		return Text{arg, scope{s.frame.outer, s.conds}}, true
	}
	return Text{}, false
}

// argument returns what a call passes for a parameter, or nil.
func argument(call ssa.CallInstruction, param *ssa.Parameter) ssa.Value {
	args := flow.Args(call)
	for i, p := range param.Parent().Params {
		if p == param && i < len(args) {
			return args[i]
		}
	}
	return nil
}

// At returns a value as it is used by an instruction.
func (p *Program) At(v ssa.Value, user ssa.Instruction) Text {
	return Text{v, scope{nil, conditions(user.Block())}}
}

// conditions returns what holds in a block, and where its function was made if
// it is a literal.
func conditions(block *ssa.BasicBlock) []flow.Cond {
	conds := flow.ConditionsAt(block)
	fn := block.Parent()
	// One that captures nothing is used without being made.
	if refs := fn.Referrers(); fn.Parent() != nil && refs != nil && len(*refs) == 1 {
		return append(conds, conditions((*refs)[0].Block())...)
	}
	return conds
}

// known returns what the models know of the callee of a call.
func known(v ssa.Value) *models.PathFunc {
	call, ok := v.(*ssa.Call)
	if !ok {
		return nil
	}
	callee := flow.Callee(call)
	if callee == nil || callee.Pkg() == nil {
		return nil
	}
	return models.PathFunction(flow.Name(callee))
}

// result returns the call that a value is the first result of, or nil.
func result(v ssa.Value) *ssa.Call {
	if x, ok := v.(*ssa.Extract); ok && x.Index == 0 {
		v = x.Tuple
	}
	call, _ := v.(*ssa.Call)
	return call
}

// maxFrames bounds how deep helpers are entered.
const maxFrames = 4

// enter returns what a helper of the package yields first, if it has one place
// where it returns without an error.
func (p *Program) enter(call *ssa.Call, s scope) (Text, bool) {
	callee := flow.Target(call)
	if callee == nil || callee.Pkg != p.flow.Package() || len(callee.Blocks) == 0 {
		return Text{}, false
	}
	depth := 0
	for f := s.frame; f != nil; f = f.outer {
		if depth++; f.callee == callee || depth == maxFrames {
			return Text{}, false
		}
	}
	var only *ssa.Return
	for _, block := range callee.Blocks {
		ret, ok := block.Instrs[len(block.Instrs)-1].(*ssa.Return)
		if !ok || len(ret.Results) == 0 || fails(ret) {
			continue
		}
		if only != nil {
			return Text{}, false
		}
		only = ret
	}
	if only == nil || !isText(only.Results[0].Type()) {
		return Text{}, false
	}
	return Text{only.Results[0], scope{
		frame: &frame{call, callee, s.frame},
		conds: append(conditions(only.Block()), s.conds...),
	}}, true
}

// fails reports whether a return statement yields an error or false last.
func fails(ret *ssa.Return) bool {
	last := ret.Results[len(ret.Results)-1]
	if len(ret.Results) == 1 || isText(last.Type()) {
		return false
	}
	c, ok := last.(*ssa.Const)
	if !ok {
		return true
	}
	return !c.IsNil() && c.Value.String() == "false"
}

func isText(t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&types.IsString != 0
}

// Text writes a text as it stands in the source; "" if it has no name.
func (p *Program) Text(t Text) string {
	if c, ok := flow.Resolve(t.Value).(*ssa.Const); ok && c.Value != nil && c.Value.Kind() == constant.String {
		return strconv.Quote(constant.StringVal(c.Value))
	}
	return p.text(t.Value)
}

// Callers returns the calls of a function of the package outside tests and the
// function itself.
func (p *Program) Callers(fn *ssa.Function) []ssa.CallInstruction { return p.callers()[fn] }

// Argument returns what a call passes for a parameter, or nil.
func (p *Program) Argument(call ssa.CallInstruction, param *ssa.Parameter) ssa.Value {
	return argument(call, param)
}
