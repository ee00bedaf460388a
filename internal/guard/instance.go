package guard

import (
	"cmp"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/flow"
)

// A typeIndex tells what the type parameters of a package stand for in it.
type typeIndex struct {
	owners map[*types.TypeParam]types.Object  // the function or type
	args   map[types.Object][]*types.TypeList // of the instances
}

func (p *Package) indexTypes() *typeIndex {
	x := &typeIndex{make(map[*types.TypeParam]types.Object), make(map[types.Object][]*types.TypeList)}
	for _, fn := range p.prog.Funcs() {
		obj := declaration(fn)
		if obj == nil {
			continue
		}
		for param := range obj.Signature().TypeParams().TypeParams() {
			x.owners[param] = obj
		}
		if params := obj.Signature().RecvTypeParams(); params.Len() > 0 {
			for param := range params.TypeParams() {
				x.owners[param] = namedOf(obj.Signature().Recv().Type()).Obj()
			}
		}
	}
	for id, instance := range p.pass.TypesInfo.Instances {
		if obj := p.pass.TypesInfo.Uses[id]; obj != nil {
			x.args[obj] = append(x.args[obj], instance.TypeArgs)
		}
	}
	return x
}

// standFor adds the types that a type parameter stands for.
func (x *typeIndex) standFor(param *types.TypeParam, known map[types.Type]bool) {
	if known[param] {
		return
	}
	known[param] = true
	for _, args := range x.args[x.owners[param]] {
		if arg, ok := types.Unalias(args.At(param.Index())).(*types.TypeParam); ok {
			x.standFor(arg, known)
		} else {
			known[args.At(param.Index())] = true
		}
	}
}

// callees returns the functions that a call is known to call: its callee or,
// for a method of a type parameter, besides those of the types that it stands
// for in the package.
func (p *Package) callees(call ssa.CallInstruction) []*types.Func {
	callee := flow.Callee(call)
	if callee == nil {
		return nil
	}
	out := []*types.Func{callee}
	if !call.Common().IsInvoke() {
		return out
	}
	param, ok := types.Unalias(call.Common().Value.Type()).(*types.TypeParam)
	if !ok {
		return out
	}
	known := make(map[types.Type]bool)
	p.types().standFor(param, known)
	for t := range known {
		if obj, _, _ := types.LookupFieldOrMethod(t, true, callee.Pkg(), callee.Name()); obj != nil && t != param {
			if method, ok := obj.(*types.Func); ok && method.Origin() != callee && !slices.Contains(out, method.Origin()) {
				out = append(out, method.Origin())
			}
		}
	}
	slices.SortFunc(out[1:], func(a, b *types.Func) int { return cmp.Compare(a.FullName(), b.FullName()) })
	return out
}
