package template

import (
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/flow"
)

// A walk goes backward through one function, from a point at which a template
// is known, to what was stored to the field last.
type walk struct {
	*query
	object ssa.Value // the pointer to the template, resolved
	frame  *Frame
	seen   map[*ssa.BasicBlock]bool
}

// block walks from before instruction i of a block to its beginning, and on.
func (w *walk) block(block *ssa.BasicBlock, i int) {
	for i--; i >= 0; i-- {
		if w.budget--; w.budget <= 0 || w.found(block.Instrs[i]) {
			return
		}
	}
	if phi, ok := w.object.(*ssa.Phi); ok && phi.Block() == block {
		for i, edge := range phi.Edges {
			last := block.Preds[i].Instrs
			w.at(Value{edge, w.frame}, last[len(last)-1])
		}
		return
	}
	if len(block.Preds) == 0 {
		if block.Index == 0 {
			w.entry()
		}
		return
	}
	for _, pred := range block.Preds {
		if !w.seen[pred] {
			w.seen[pred] = true
			w.block(pred, len(pred.Instrs))
		}
	}
}

func (w *walk) is(ptr ssa.Value) bool { return flow.Resolve(ptr) == w.object }

// isField reports whether an address is that of the field.
func (w *walk) isField(addr ssa.Value) bool {
	fa, ok := addr.(*ssa.FieldAddr)
	return ok && fa.Field == w.field && certificate(fa.X.Type()) != nil && w.is(fa.X)
}

// found reports whether an instruction settles what the field holds, and adds
// what that is.
func (w *walk) found(instr ssa.Instruction) bool {
	switch instr := instr.(type) {
	case *ssa.Store:
		switch {
		case w.isField(instr.Addr):
			w.add(Source{Kind: Stored, Value: Value{instr.Val, w.frame}, Instr: instr})
			return true
		case certificate(instr.Addr.Type()) != nil && isStruct(instr.Val.Type()) && w.is(instr.Addr):
			w.value(Value{instr.Val, w.frame})
			return true
		}
	case *ssa.Alloc:
		if instr == w.object {
			w.add(Source{Kind: Absent, Object: instr})
			return true
		}
	case *ssa.Extract:
		if instr == w.object {
			w.result(Value{instr, w.frame}, w.pointer)
			return true
		}
	case ssa.CallInstruction:
		return w.call(instr)
	case ssa.Value:
		if instr == w.object {
			if _, isPhi := instr.(*ssa.Phi); !isPhi {
				w.unknown()
				return true
			}
		}
	}
	return false
}

func isStruct(t types.Type) bool { _, ok := t.Underlying().(*types.Struct); return ok }

// pointer goes on where a function returns the template.
func (w *walk) pointer(v Value) {
	fn := w.returning(v)
	if fn == nil {
		w.unknown()
		return
	}
	w.at(v, fn)
}

// returning returns the return statement of a value of a frame.
func (w *walk) returning(v Value) ssa.Instruction {
	for _, block := range target(v.Frame.Call).Blocks {
		if ret, ok := block.Instrs[len(block.Instrs)-1].(*ssa.Return); ok && slices.Contains(ret.Results, v.V) {
			return ret
		}
	}
	return nil
}

// call handles a call on the way: one that makes the template, changes the
// number in the field, or is given the template.
func (w *walk) call(call ssa.CallInstruction) bool {
	if v := call.Value(); v != nil && v == w.object {
		w.result(Value{v, w.frame}, w.pointer)
		return true
	}
	if w.name == "SerialNumber" && w.changes(call) {
		w.add(Source{Kind: Stored, Value: Value{call.Value(), w.frame}, Instr: call})
		return true
	}
	args := flow.Args(call)
	i := slices.IndexFunc(args, func(arg ssa.Value) bool { return certificate(arg.Type()) != nil && w.is(arg) || w.boxed(arg) })
	if i < 0 {
		return false
	}
	callee := flow.Callee(call)
	fn := target(call)
	switch {
	case fn != nil && len(fn.Blocks) > 0 && i < len(fn.Params) && w.frame.depth() < maxFrames && !w.running(call):
		for _, block := range fn.Blocks {
			if ret, ok := block.Instrs[len(block.Instrs)-1].(*ssa.Return); ok {
				w.at(Value{fn.Params[i], &Frame{call, w.frame}}, ret)
			}
		}
		return true
	case callee == nil: // an option, which may store to the field
		w.unknown()
		return false
	case reads(callee):
		return false
	}
	w.unknown()
	return true
}

// running reports whether a call is being looked at already.
func (w *walk) running(call ssa.CallInstruction) bool {
	for f := w.frame; f != nil; f = f.Outer {
		if f.Call == call {
			return true
		}
	}
	return false
}

// boxed reports whether an argument is the template as an interface value.
func (w *walk) boxed(arg ssa.Value) bool {
	box, ok := arg.(*ssa.MakeInterface)
	return ok && w.is(box.X)
}

// changes reports whether a method sets the number that the field points to.
func (w *walk) changes(call ssa.CallInstruction) bool {
	if !SetsInt(call) || len(flow.Args(call)) == 0 {
		return false
	}
	load, ok := flow.Args(call)[0].(*ssa.UnOp)
	return ok && load.Op == token.MUL && w.isField(load.X)
}

// SetsInt reports whether a call is of a method of big.Int that sets its
// receiver, which is its result then.
func SetsInt(call ssa.CallInstruction) bool {
	fn := flow.Callee(call)
	if fn == nil || fn.Pkg() == nil || fn.Pkg().Path() != "math/big" || fn.Signature().Recv() == nil {
		return false
	}
	results := fn.Signature().Results()
	return results.Len() > 0 && types.Identical(results.At(0).Type(), fn.Signature().Recv().Type())
}

// entry goes on where the function begins: with what its caller passes, or with
// what a package variable holds.
func (w *walk) entry() {
	switch x := w.object.(type) {
	case *ssa.Parameter:
		v := Value{x, w.frame}
		if w.frame == nil {
			w.passed(v, true)
			return
		}
		arg, ok := argument(w.frame.Call, x)
		if !ok {
			w.unknown()
			return
		}
		w.at(Value{arg, w.frame.Outer}, w.frame.Call)
	case *ssa.Global:
		w.global(x)
	default:
		w.unknown()
	}
}

// global adds everything that the package stores to the field of a package
// variable.
func (w *walk) global(g *ssa.Global) {
	if g.Object() == nil || g.Object().Exported() || g.Pkg.Pkg != w.pkg.pass.Pkg {
		w.unknown()
	}
	initial := false
	for _, st := range w.pkg.stores {
		synthetic := st.Parent().Synthetic != ""
		switch {
		case w.isField(st.Addr):
			initial = initial || synthetic
			w.add(Source{Kind: Stored, Value: Value{st.Val, nil}, Instr: st})
		case st.Addr == g && synthetic:
			initial = true
			w.value(Value{st.Val, nil})
		case st.Addr == g:
			w.unknown()
			return
		}
	}
	if !initial {
		w.add(Source{Kind: Absent, Object: g})
	}
}
