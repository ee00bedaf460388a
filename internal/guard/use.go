package guard

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/flow"
	"github.com/leapguard/leapguard/internal/syntax"
)

// A how tells in which way a function is used.
type how int

const (
	stored   how = iota // as a value
	called              // in place, or by a defer statement
	passed              // as an argument: called in place as far as one knows
	detached            // in a goroutine or at another time
)

// A use is an instruction that uses a function.
type use struct {
	instr ssa.Instruction
	how   how
}

// A useIndex tells how the functions of a package are used outside its tests.
type useIndex struct {
	uses    map[*ssa.Function][]use
	invoked map[string]bool       // names of methods called through interfaces
	dynamic map[*types.Named]bool // types whose values are put into interfaces
}

func (p *Package) indexUses() *useIndex {
	x := &useIndex{make(map[*ssa.Function][]use), make(map[string]bool), make(map[*types.Named]bool)}
	for _, fn := range p.prog.Funcs() {
		if syntax.InTest(p.pass, fn.Pos()) {
			continue
		}
		for _, block := range fn.Blocks {
			for _, instr := range block.Instrs {
				x.add(p, instr)
			}
		}
	}
	return x
}

func (x *useIndex) add(p *Package, instr ssa.Instruction) {
	switch instr := instr.(type) {
	case *ssa.MakeClosure, *ssa.ChangeType, *ssa.DebugRef:
		return // what uses their result counts
	case *ssa.MakeInterface:
		if named := namedOf(instr.X.Type()); named != nil {
			x.dynamic[named] = true
		}
	case ssa.CallInstruction:
		if instr.Common().IsInvoke() {
			x.invoked[instr.Common().Method.Name()] = true
		}
	}
	for _, op := range instr.Operands(nil) {
		if fn := functionIn(*op); fn != nil {
			fn = p.declared(fn)
			x.uses[fn] = append(x.uses[fn], use{instr, howUsed(instr, *op)})
		}
	}
}

// functionIn returns the function that a value is known to be, or nil.
func functionIn(v ssa.Value) *ssa.Function {
	switch v := v.(type) {
	case *ssa.Function:
		return v
	case *ssa.MakeClosure:
		return v.Fn.(*ssa.Function)
	case *ssa.ChangeType:
		return functionIn(v.X)
	}
	return nil
}

// starters start goroutines that call their argument, or call it later.
var starters = map[string]bool{
	"(*sync.WaitGroup).Go":                      true,
	"time.AfterFunc":                            true,
	"(*golang.org/x/sync/errgroup.Group).Go":    true,
	"(*golang.org/x/sync/errgroup.Group).TryGo": true,
}

func howUsed(instr ssa.Instruction, fn ssa.Value) how {
	call, ok := instr.(ssa.CallInstruction)
	if !ok {
		return stored
	}
	if _, ok := instr.(*ssa.Go); ok {
		return detached
	}
	if call.Common().Value == fn {
		return called
	}
	if callee := flow.Callee(call); callee != nil && starters[flow.Name(callee)] {
		return detached
	}
	return passed
}

func namedOf(t types.Type) *types.Named {
	t = types.Unalias(t)
	if ptr, ok := t.(*types.Pointer); ok {
		t = types.Unalias(ptr.Elem())
	}
	named, ok := t.(*types.Named)
	if !ok {
		return nil
	}
	return named.Origin()
}

// askable reports whether all callers of a function are known, so that it can
// be left to them to check.
func (p *Package) askable(fn *ssa.Function) bool {
	uses := p.uses().uses[fn]
	if len(uses) == 0 || slices.ContainsFunc(uses, func(u use) bool { return u.how != called }) {
		return false
	}
	obj := declaration(fn)
	if obj == nil {
		return true
	}
	hidden := !obj.Exported() || p.pass.Pkg.Name() == "main"
	recv := obj.Signature().Recv()
	if recv == nil {
		return hidden
	}
	named := namedOf(recv.Type())
	switch {
	case named == nil:
		return false
	case !obj.Exported():
		return !p.uses().invoked[obj.Name()]
	}
	return (hidden || !named.Obj().Exported()) && !p.uses().dynamic[named]
}
