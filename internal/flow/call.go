package flow

import (
	"go/types"
	"iter"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"
)

// Callee returns the function or method that a call, go or defer statement
// calls: for generics the declaration (Origin), for a call through an
// interface the interface's method. It looks through method values and
// variables that are known to hold one function. It is nil if the callee is
// not known, a function literal or a builtin.
func Callee(call ssa.CallInstruction) *types.Func {
	common := call.Common()
	if common.IsInvoke() {
		return common.Method.Origin()
	}
	fn, _ := target(common)
	if fn == nil {
		return nil
	}
	return objectOf(fn)
}

// IsCallTo reports whether the callee of a call is one of the functions and
// methods that are given by their names as [Name] writes them.
func IsCallTo(call ssa.CallInstruction, names ...string) bool {
	callee := Callee(call)
	return callee != nil && slices.ContainsFunc(names, func(name string) bool {
		// The cheap comparison first.
		return strings.HasSuffix(name, callee.Name()) && Name(callee) == name
	})
}

// Args returns the receiver, if any, and the arguments of a call, so that they
// correspond to the receiver and parameters of [Callee] in all cases: static
// calls, calls through an interface, method values and method expressions.
// Arguments of a variadic parameter are one slice.
func Args(call ssa.CallInstruction) []ssa.Value {
	common := call.Common()
	if common.IsInvoke() {
		return append([]ssa.Value{common.Value}, common.Args...)
	}
	if fn, closure := target(common); fn != nil && closure != nil && isBound(fn) {
		return append([]ssa.Value{closure.Bindings[0]}, common.Args...)
	}
	return common.Args
}

// Target returns the SSA function that a call calls, function literals
// included; nil if it is not known.
func Target(call ssa.CallInstruction) *ssa.Function {
	if call.Common().IsInvoke() {
		return nil
	}
	fn, _ := target(call.Common())
	return fn
}

// target returns the function that a call is known to call, and the closure of
// it, if any.
func target(common *ssa.CallCommon) (*ssa.Function, *ssa.MakeClosure) {
	switch v := Resolve(common.Value).(type) {
	case *ssa.Function:
		return v, nil
	case *ssa.MakeClosure:
		return v.Fn.(*ssa.Function), v
	}
	return nil, nil
}

// objectOf returns the declaration of a function; nil for a literal.
func objectOf(fn *ssa.Function) *types.Func {
	obj, ok := fn.Object().(*types.Func)
	if !ok {
		return nil
	}
	return obj.Origin()
}

// isBound reports whether fn is the wrapper behind a method value.
func isBound(fn *ssa.Function) bool {
	return strings.HasPrefix(fn.Synthetic, "bound method wrapper") && len(fn.FreeVars) == 1
}

// Calls returns the call, go and defer statements of a function in order of
// its blocks, each with its [Callee]. It does not enter function literals.
func Calls(fn *ssa.Function) iter.Seq2[ssa.CallInstruction, *types.Func] {
	return func(yield func(ssa.CallInstruction, *types.Func) bool) {
		for _, block := range fn.Blocks {
			for _, instr := range block.Instrs {
				if call, ok := instr.(ssa.CallInstruction); ok && !yield(call, Callee(call)) {
					return
				}
			}
		}
	}
}

// Name returns the name of a function as errcheck writes it: pkg/path.Func,
// (pkg/path.Type).Method or (*pkg/path.Type).Method. Type parameters and the
// directory of vendored packages are left out.
func Name(fn *types.Func) string {
	recv := fn.Signature().Recv()
	if recv == nil {
		return qualified(fn)
	}
	t := types.Unalias(recv.Type())
	star := ""
	if ptr, ok := t.(*types.Pointer); ok {
		t, star = types.Unalias(ptr.Elem()), "*"
	}
	if named, ok := t.(*types.Named); ok {
		return "(" + star + qualified(named.Obj()) + ")." + fn.Name()
	}
	return "(interface)." + fn.Name()
}

func qualified(obj types.Object) string {
	if obj.Pkg() == nil {
		return obj.Name()
	}
	return unvendored(obj.Pkg().Path()) + "." + obj.Name()
}

// unvendored strips the directory that holds a vendored package.
func unvendored(path string) string {
	if i := strings.LastIndex(path, "/vendor/"); i >= 0 {
		return path[i+len("/vendor/"):]
	}
	return strings.TrimPrefix(path, "vendor/")
}
