package sharedcert

import (
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/flow"
)

// bases returns what identifies the services that a value serves: the handlers
// within a handler, behind middleware that logs or authenticates, or the value
// itself; nil if nothing is known.
func bases(v ssa.Value) []string { return basesAt(v, maxDepth) }

func basesAt(v ssa.Value, depth int) []string {
	if depth == 0 {
		return nil
	}
	var inner []ssa.Value
	switch v := flow.Resolve(v).(type) {
	case *ssa.Call:
		inner = wrappedBy(v)
	case *ssa.MakeClosure:
		inner = captured(v)
	}
	var out []string
	for _, h := range inner {
		within := basesAt(h, depth-1)
		if len(within) == 0 {
			return nil
		}
		out = append(out, within...)
	}
	if len(inner) > 0 {
		return out
	}
	if key, _ := identifyAt(v, depth); key != "" {
		return []string{key}
	}
	return nil
}

// wrappedBy returns the handlers among the arguments of a call. A method's
// receiver is none: it is what makes the handler.
func wrappedBy(call *ssa.Call) []ssa.Value {
	args := flow.Args(call)
	if fn := flow.Callee(call); fn != nil && fn.Signature().Recv() != nil && len(args) > 0 {
		args = args[1:]
	}
	var out []ssa.Value
	for _, arg := range args {
		if isHandler(arg.Type()) {
			out = append(out, arg)
		}
	}
	return out
}

// captured returns the handlers that a function literal captures.
func captured(closure *ssa.MakeClosure) []ssa.Value {
	var out []ssa.Value
	for _, b := range closure.Bindings {
		if variable, ok := b.(*ssa.Alloc); ok && isHandler(variable.Type().Underlying().(*types.Pointer).Elem()) {
			out = append(out, onlyValue(variable))
		} else if isHandler(b.Type()) {
			out = append(out, b)
		}
	}
	return out
}

// onlyValue returns the value that a captured variable holds, or the variable
// if there are several.
func onlyValue(variable *ssa.Alloc) ssa.Value {
	var only ssa.Value = variable
	for _, ref := range *variable.Referrers() {
		if st, ok := ref.(*ssa.Store); ok && st.Addr == variable {
			if only != variable {
				return variable
			}
			only = st.Val
		}
	}
	return only
}

// isHandler reports whether a type is that of HTTP handlers, or of functions
// that are made into such.
func isHandler(t types.Type) bool {
	if sig, ok := t.Underlying().(*types.Signature); ok {
		return sig.Params().Len() == 2 && sig.Results().Len() == 0 && isHandlerMethod(sig)
	}
	obj, _, _ := types.LookupFieldOrMethod(t, true, nil, "ServeHTTP")
	_, ok := obj.(*types.Func)
	return ok
}

// isHandlerMethod reports whether a function takes a *http.Request last.
func isHandlerMethod(sig *types.Signature) bool {
	ptr, ok := sig.Params().At(1).Type().Underlying().(*types.Pointer)
	if !ok {
		return false
	}
	named, ok := types.Unalias(ptr.Elem()).(*types.Named)
	return ok && named.Obj().Name() == "Request" && named.Obj().Pkg() != nil && named.Obj().Pkg().Path() == "net/http"
}
