package flow

import (
	"go/token"
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"
)

// pathOfCall returns the path of what a call returns: part of the receiver, if
// it calls an accessor, else an object of its own.
func pathOfCall(call *ssa.Call, depth int) (Path, bool) {
	own := Path{root: call}
	args := Args(call)
	callee := Callee(call)
	if callee == nil || callee.Signature().Recv() == nil || len(args) != 1 {
		return own, true
	}
	method := source(Target(call))
	elems, ok := accessed(method, depth)
	if !ok && (method == nil || len(method.Blocks) == 0) {
		elems, ok = getter(callee)
	}
	if !ok {
		return own, true
	}
	recv, ok := pathOf(args[0], depth)
	if !ok {
		return own, true
	}
	recv.elems += elems
	return recv, true
}

// source returns the function of the source that fn is an instance of or a
// wrapper around; nil for nil.
func source(fn *ssa.Function) *ssa.Function {
	if fn == nil {
		return nil
	}
	if obj := objectOf(fn); obj != nil && (fn.Synthetic != "" || fn.Origin() != nil) {
		if decl := fn.Prog.FuncValue(obj); decl != nil {
			return decl
		}
	}
	return fn
}

// maxAccessor is how many blocks an accessor has: one that tests the receiver
// for nil has three.
const maxAccessor = 4

// accessed returns what a method selects from its receiver, if selecting and
// returning that, or a constant, is all that it does.
func accessed(fn *ssa.Function, depth int) (elems string, ok bool) {
	if fn == nil || len(fn.Params) != 1 || len(fn.Blocks) == 0 || len(fn.Blocks) > maxAccessor {
		return "", false
	}
	for _, block := range fn.Blocks {
		for _, instr := range block.Instrs {
			ret, isReturn := instr.(*ssa.Return)
			if !isReturn {
				if !selects(instr) {
					return "", false
				}
				continue
			}
			if len(ret.Results) != 1 {
				return "", false
			}
			if _, constant := ret.Results[0].(*ssa.Const); constant {
				continue
			}
			p, isPath := pathOf(ret.Results[0], depth)
			if !isPath || p.root != fn.Params[0] || ok && p.elems != elems || strings.Contains(p.elems, indexSep) {
				return "", false
			}
			elems, ok = p.elems, true
		}
	}
	return elems, ok
}

// selects reports whether an instruction has no effect but to select a value
// or a path.
func selects(instr ssa.Instruction) bool {
	switch instr := instr.(type) {
	case *ssa.UnOp:
		return instr.Op != token.ARROW
	case *ssa.Store: // a copy
		_, local := instr.Addr.(*ssa.Alloc)
		return local
	case *ssa.Alloc, *ssa.FieldAddr, *ssa.Field, *ssa.IndexAddr, *ssa.Index, *ssa.BinOp, *ssa.ChangeType,
		*ssa.MakeInterface, *ssa.ChangeInterface, *ssa.If, *ssa.Jump, *ssa.Phi, *ssa.DebugRef:
		return true
	}
	return false
}

// getter returns the field that a method without a body, one of another
// package, gets by the convention of generated code: GetName returns the field
// Name, of its type.
func getter(fn *types.Func) (elems string, ok bool) {
	name, ok := strings.CutPrefix(fn.Name(), "Get")
	results := fn.Signature().Results()
	if !ok || results.Len() != 1 {
		return "", false
	}
	t := fn.Signature().Recv().Type()
	if ptr, ok := types.Unalias(t).(*types.Pointer); ok {
		t = ptr.Elem()
	}
	s, ok := t.Underlying().(*types.Struct)
	if !ok {
		return "", false
	}
	for field := range s.Fields() {
		if field.Name() == name && types.Identical(field.Type(), results.At(0).Type()) {
			return elemSep + name, true
		}
	}
	return "", false
}
