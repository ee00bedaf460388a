package flow

import (
	"go/token"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/syntax"
)

// Initial returns the value that a package variable is initialised with, if
// the package never assigns to it elsewhere, nor takes its address; else nil.
// What tests assign counts only for a function reader in a test file: tests
// replace variables that the program does not change.
func (p *Program) Initial(g *ssa.Global, reader *ssa.Function) ssa.Value {
	return p.initial(p.build().globals()[g], reader)
}

func (p *Program) initial(v *globalVar, reader *ssa.Function) ssa.Value {
	if v == nil || v.changed || v.changedInTests && p.inTest(reader) {
		return nil
	}
	return v.init
}

// A globalVar tells how a package variable is used.
type globalVar struct {
	init           ssa.Value
	changed        bool // has its address taken, or is assigned outside its initialiser
	changedInTests bool
}

func (p *Program) findGlobals(funcs []*ssa.Function) map[*ssa.Global]*globalVar {
	out := make(map[*ssa.Global]*globalVar)
	var operands []*ssa.Value
	for _, fn := range funcs {
		test := p.inTest(fn)
		for _, block := range fn.Blocks {
			for _, instr := range block.Instrs {
				if load, ok := instr.(*ssa.UnOp); ok && load.Op == token.MUL {
					continue
				}
				operands = instr.Operands(operands[:0])
				for _, op := range operands {
					if g, ok := (*op).(*ssa.Global); ok {
						note(out, g, instr, test)
					}
				}
			}
		}
	}
	return out
}

// note records a use of a package variable other than a load.
func note(vars map[*ssa.Global]*globalVar, g *ssa.Global, instr ssa.Instruction, test bool) {
	v := vars[g]
	if v == nil {
		v = new(globalVar)
		vars[g] = v
	}
	store, ok := instr.(*ssa.Store)
	switch {
	case ok && store.Addr == g && store.Parent().Synthetic == "package initializer" && v.init == nil:
		v.init = store.Val
	case test:
		v.changedInTests = true
	default:
		v.changed = true
	}
}

// inTest reports whether a function stands in a _test.go file.
func (p *Program) inTest(fn *ssa.Function) bool {
	return fn.Pos().IsValid() && syntax.InTest(p.pass, fn.Pos())
}

// bindCalls makes calls of package variables that always hold the same
// function, as in
//
//	var now = time.Now
//
// static calls of that function. An exported variable may be assigned by other
// packages; that counts unless its function ends the program.
func (p *Program) bindCalls(b *built) {
	if len(p.noReturns.initial) == 0 {
		return
	}
	for _, fn := range b.funcs {
		for _, block := range fn.Blocks {
			for _, instr := range block.Instrs {
				if call, ok := instr.(ssa.CallInstruction); ok {
					p.bindCall(b, call)
				}
			}
		}
	}
}

func (p *Program) bindCall(b *built, call ssa.CallInstruction) {
	load, ok := call.Common().Value.(*ssa.UnOp)
	if !ok || load.Op != token.MUL {
		return
	}
	g, ok := load.X.(*ssa.Global)
	if !ok {
		return
	}
	fn, ok := p.initial(b.globals()[g], call.Parent()).(*ssa.Function)
	if !ok {
		return
	}
	if obj := objectOf(fn); g.Object().Exported() && p.pass.Pkg.Name() != "main" && (obj == nil || !p.noReturns.function(obj)) {
		return
	}
	call.Common().Value = fn
	*load.Referrers() = slices.DeleteFunc(*load.Referrers(), func(i ssa.Instruction) bool { return i == call })
	if refs := fn.Referrers(); refs != nil {
		*refs = append(*refs, call)
	}
}
