package guard

import (
	"go/constant"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/flow"
)

// commandFlags are the boolean flags that the package registers.
type commandFlags struct {
	vars map[any]*ssa.Call // by the *types.Var of a field or the *ssa.Global or *ssa.Alloc that holds the flag
	// strict says that the package looks at what is left on the command line,
	// which "--force false" leaves "false" on.
	strict bool
}

// commandFlags looks for the registrations.
func (p *Package) commandFlags() *commandFlags {
	f := &commandFlags{vars: make(map[any]*ssa.Call)}
	for _, fn := range p.prog.Funcs() {
		for call, callee := range flow.Calls(fn) {
			if callee == nil || callee.Pkg() == nil || !flagPackage(callee.Pkg().Path()) {
				continue
			}
			switch name := callee.Name(); {
			case name == "NArg" || name == "Args" || name == "Arg":
				f.strict = true
			case strings.HasPrefix(name, "BoolVar"):
				f.register(p, call)
			}
		}
	}
	for id, obj := range p.pass.TypesInfo.Uses {
		if fn, ok := obj.(*types.Func); ok && isArgsCheck(fn) && id.Pos().IsValid() {
			f.strict = true
		}
	}
	return f
}

// isArgsCheck reports whether a function is one of cobra's that refuse
// arguments that are too many.
func isArgsCheck(fn *types.Func) bool {
	return fn.Pkg() != nil && fn.Pkg().Path() == "github.com/spf13/cobra" &&
		slices.Contains([]string{"NoArgs", "ExactArgs", "MaximumNArgs", "RangeArgs", "OnlyValidArgs", "MatchAll"}, fn.Name())
}

// register notes the variable that a call binds to a flag, unless it is on by
// default.
func (f *commandFlags) register(p *Package, call ssa.CallInstruction) {
	c, ok := call.(*ssa.Call)
	if !ok || p.defaultsTo(c, true) {
		return
	}
	for _, arg := range flow.Args(call) {
		if key := variableKey(p.resolve(arg)); key != nil && isPointerToBool(arg.Type()) {
			f.vars[key] = c
		}
	}
}

// defaultsTo reports whether the default of a flag is that value.
func (p *Package) defaultsTo(call *ssa.Call, value bool) bool {
	return slices.ContainsFunc(flow.Args(call), func(arg ssa.Value) bool {
		k := p.constantArg(arg)
		return k != nil && k.Kind() == constant.Bool && constant.BoolVal(k) == value
	})
}

func isPointerToBool(t types.Type) bool {
	ptr, ok := t.Underlying().(*types.Pointer)
	return ok && isBoolean(ptr.Elem())
}

// variableKey identifies the variable at an address, nil for none.
func variableKey(addr ssa.Value) any {
	switch addr := addr.(type) {
	case *ssa.FieldAddr:
		return fieldOf(addr)
	case *ssa.Global:
		return addr
	case *ssa.Alloc:
		return addr
	}
	return nil
}

// openFlag: a condition says that a flag of the command line is set. Where the
// call is guarded, met, it must be by the flag itself: a field that is declared
// the only check of the kind.
func (p *Package) openFlag(c flow.Cond, kind string, flags *commandFlags, met bool) *OpenSwitch {
	x, op, y, ok := p.withConstant(c)
	if !ok || !isBoolean(x.Type()) || True.judge(op, y) != accepted {
		return nil
	}
	call, field := p.flagRead(x, flags)
	if call == nil || met && (field == nil || !p.onlyCheck(field, kind)) {
		return nil
	}
	e := p.exprAt(call.Pos())
	if e == nil {
		return nil
	}
	s := &OpenSwitch{Expr: e}
	for _, arg := range flow.Args(call) {
		if k := p.constantArg(arg); k != nil && k.Kind() == constant.String {
			s.Name = constant.StringVal(k)
			break
		}
	}
	return s
}

// flagRead returns the call that a boolean flag is registered or read by, and
// the field that holds it, if it is one.
func (p *Package) flagRead(v ssa.Value, flags *commandFlags) (call *ssa.Call, field *types.Var) {
	v = p.resolve(v)
	if x, ok := v.(*ssa.Extract); ok && x.Index == 0 {
		v = x.Tuple
	}
	switch v := v.(type) {
	case *ssa.Call:
		callee := flow.Callee(v)
		if callee != nil && callee.Pkg() != nil && flagPackage(callee.Pkg().Path()) && (callee.Name() == "Bool" || callee.Name() == "GetBool") {
			return v, nil
		}
	case *ssa.UnOp:
		addr := p.resolve(v.X)
		if call := flags.vars[variableKey(addr)]; call != nil {
			field, _ := variableKey(addr).(*types.Var)
			return call, field
		}
		// The flag package returned a pointer to it.
		if load, ok := addr.(*ssa.UnOp); ok {
			if g, ok := load.X.(*ssa.Global); ok {
				if init := p.prog.Initial(g, v.Parent()); init != nil {
					addr = p.resolve(init)
				}
			}
		}
		if made, ok := addr.(*ssa.Call); ok {
			callee := flow.Callee(made)
			if callee != nil && callee.Pkg() != nil && flagPackage(callee.Pkg().Path()) &&
				strings.HasPrefix(callee.Name(), "Bool") && !p.defaultsTo(made, true) {
				return made, nil
			}
		}
	}
	return nil, nil
}

// onlyCheck reports whether a field is a flag of a kind, and nothing else that
// is known is a check of it.
func (p *Package) onlyCheck(field *types.Var, kind string) bool {
	if !slices.ContainsFunc(p.Flags(field), func(f Flag) bool { return f.Kind == kind }) {
		return false
	}
	for _, funcs := range []map[*types.Func]*FuncFact{p.own.funcs, p.abroad.funcs} {
		for _, fact := range funcs {
			if slices.ContainsFunc(fact.Checks, func(c Check) bool { return c.Kind == kind }) {
				return false
			}
		}
	}
	for _, vars := range []map[*types.Var]*FlagFact{p.own.flags, p.abroad.flags} {
		for v, fact := range vars {
			if v != field.Origin() && slices.ContainsFunc(fact.Flags, func(f Flag) bool { return f.Kind == kind }) {
				return false
			}
		}
	}
	return true
}
