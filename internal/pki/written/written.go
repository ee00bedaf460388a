// Package written finds out which files a program writes itself, whatever they held
// before.
package written

import (
	"reflect"
	"slices"
	"strings"
	"sync"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/config"
	"github.com/leapguard/leapguard/internal/flow"
	"github.com/leapguard/leapguard/internal/rule"
)

// Core provides [*Files] for every package, and the fact [Written].
var Core = rule.NewCore(&analysis.Analyzer{
	Name:       "leapguardwritten",
	Doc:        "finds the files that a program writes whatever they held before",
	ResultType: reflect.TypeFor[*Files](),
	FactTypes:  []analysis.Fact{new(Written)},
	Run:        run,
}, rule.Triggers{{"WriteFile", "Create", "OpenFile"}, {"CreateCertificate"}}, flow.Core)

// Files are the files that a package writes. Its methods must not be called
// concurrently.
type Files struct {
	pass   *analysis.Pass
	always map[*ssa.Function][]string // nil while it is found out
	// calls are those of the functions of the package, and those that write files
	// themselves as those of nil, found on first use.
	calls func() map[*ssa.Function][]ssa.CallInstruction
}

// Of returns the files of the package under analysis. The analyzer must require
// Core.
func Of(pass *analysis.Pass) *Files { return pass.ResultOf[Core.Analyzer].(*Files) }

func run(pass *analysis.Pass) (any, error) {
	f := &Files{pass: pass, always: make(map[*ssa.Function][]string)}
	f.calls = sync.OnceValue(f.findCalls)
	if !pass.ResultOf[config.Analyzer].(*config.Config).Outside && creates(pass) {
		f.export()
	}
	return f, nil
}

// findCalls returns the calls of each function of the package, and those that write
// files themselves.
func (f *Files) findCalls() map[*ssa.Function][]ssa.CallInstruction {
	calls := make(map[*ssa.Function][]ssa.CallInstruction)
	for _, fn := range flow.Of(f.pass).Funcs() {
		for call := range flow.Calls(fn) {
			if callee := own(call); callee != nil || writes(call) != nil {
				calls[callee] = append(calls[callee], call)
			}
		}
	}
	return calls
}

// maxCallers bounds the number of callers that lie behind one another.
const maxCallers = 4

// Before reports whether control comes to an instruction only when the program has
// written the file that is named there, and does so once only.
func (f *Files) Before(at ssa.Instruction, file ssa.Value) bool {
	return f.before(at, file, nameOf(file), maxCallers)
}

// before is Before for a file that has a name in the function, and is a value there
// unless that is nil.
func (f *Files) before(at ssa.Instruction, file ssa.Value, name string, depth int) bool {
	if file != nil && f.isWritten(file) {
		return true
	}
	fn := at.Parent()
	for call := range flow.Calls(fn) {
		if call, ok := call.(*ssa.Call); ok && flow.Precedes(call, at) && slices.Contains(f.byCall(call), name) && f.once(call) {
			return true
		}
	}
	if depth == 0 {
		return false
	}
	if fn.Parent() != nil {
		literal := Literal(fn)
		return literal != nil && f.before(literal, file, name, depth-1)
	}
	callers := f.calls()[fn]
	return len(callers) > 0 && !slices.ContainsFunc(callers, func(call ssa.CallInstruction) bool {
		return !f.before(call, argument(call, fn, file), atCall(call, fn, name), depth-1)
	})
}

// Literal returns the instruction around a function literal that makes it or takes
// it, if there is one only.
func Literal(fn *ssa.Function) ssa.Instruction {
	if fn.Parent() == nil {
		return nil
	}
	var only ssa.Instruction
	for _, block := range fn.Parent().Blocks {
		for _, instr := range block.Instrs {
			for _, op := range instr.Operands(nil) {
				if *op != fn {
					continue
				}
				if only != nil {
					return nil
				}
				only = instr
			}
		}
	}
	return only
}

// own returns the function of the package that a call calls, nil if it calls another.
func own(call ssa.CallInstruction) *ssa.Function {
	if fn := flow.Target(call); fn != nil && fn.Blocks != nil {
		return fn
	}
	return nil
}

// once reports whether a call stands in no loop, and no other call of what it calls
// writes the same: it is not renewed while the program runs.
func (f *Files) once(call *ssa.Call) bool {
	names := f.byCall(call)
	for _, other := range f.calls()[own(call)] {
		if other != ssa.CallInstruction(call) && slices.ContainsFunc(f.byCall(other), func(name string) bool { return slices.Contains(names, name) }) {
			return false
		}
	}
	return !reaches(call.Block().Succs, call.Block(), nil)
}

// byCall returns the names of the files that have been written once a call succeeds.
func (f *Files) byCall(call ssa.CallInstruction) []string {
	if name := writes(call); name != nil {
		return []string{nameOf(name)}
	}
	fn := own(call)
	if fn == nil {
		return nil
	}
	always := f.by(fn)
	out := make([]string, len(always))
	for i, name := range always {
		out[i] = atCall(call, fn, name)
	}
	if value, ok := call.(*ssa.Call); ok {
		out = append(out, f.returned(value, fn)...)
	}
	return out
}

// by returns the names of the files that a function writes whenever it succeeds.
func (f *Files) by(fn *ssa.Function) []string {
	if always, known := f.always[fn]; known {
		return always
	}
	f.always[fn] = nil
	blocks := make(map[string][]*ssa.BasicBlock)
	var order []string
	for call := range flow.Calls(fn) {
		if _, ok := call.(*ssa.Call); !ok {
			continue
		}
		for _, name := range f.byCall(call) {
			if blocks[name] == nil {
				order = append(order, name)
			}
			blocks[name] = append(blocks[name], call.Block())
		}
	}
	for _, name := range order {
		if !avoidable(fn, blocks[name]) {
			f.always[fn] = append(f.always[fn], name)
		}
	}
	return f.always[fn]
}

// avoidable reports whether a function can succeed without control coming to any of
// some blocks.
func avoidable(fn *ssa.Function, blocks []*ssa.BasicBlock) bool {
	for _, block := range fn.Blocks {
		ret, ok := block.Instrs[len(block.Instrs)-1].(*ssa.Return)
		if ok && succeeds(ret) && reaches(fn.Blocks[:1], block, blocks) {
			return true
		}
	}
	return false
}

// returned returns the names, in terms of the caller, of those results of a call
// which name files that the function has written.
func (f *Files) returned(call *ssa.Call, fn *ssa.Function) []string {
	results := fn.Signature.Results()
	if results.Len() == 1 {
		if f.returns(fn, 0) {
			return []string{nameOf(call)}
		}
		return nil
	}
	var out []string
	for _, ref := range *call.Referrers() {
		if x, ok := ref.(*ssa.Extract); ok && f.returns(fn, x.Index) {
			out = append(out, nameOf(x))
		}
	}
	return out
}

// returns reports whether a result of a function always names a file that it has
// written, unless it is empty.
func (f *Files) returns(fn *ssa.Function, result int) bool {
	if !isString(fn.Signature.Results().At(result).Type()) {
		return false
	}
	always, some := f.by(fn), false
	for _, block := range fn.Blocks {
		ret, ok := block.Instrs[len(block.Instrs)-1].(*ssa.Return)
		if !ok || block == fn.Recover {
			continue
		}
		switch name := nameOf(ret.Results[result]); {
		case name == `""`:
		case slices.Contains(always, name):
			some = true
		default:
			return false
		}
	}
	return some
}

// atCall returns a name within a function in terms of the caller.
func atCall(call ssa.CallInstruction, fn *ssa.Function, name string) string {
	args := flow.Args(call)
	var pairs []string
	for i, p := range fn.Params {
		if i < len(args) && strings.Contains(name, nameOf(p)) {
			pairs = append(pairs, nameOf(p), nameOf(args[i]))
		}
	}
	return strings.NewReplacer(pairs...).Replace(name)
}

// argument returns what a call passes for a parameter, nil for another value.
func argument(call ssa.CallInstruction, fn *ssa.Function, v ssa.Value) ssa.Value {
	if v == nil {
		return nil
	}
	p, ok := flow.Resolve(v).(*ssa.Parameter)
	args := flow.Args(call)
	i := slices.Index(fn.Params, p)
	if !ok || i < 0 || i >= len(args) {
		return nil
	}
	return args[i]
}
