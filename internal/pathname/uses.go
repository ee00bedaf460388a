package pathname

import (
	"go/constant"
	"go/token"
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/flow"
	"github.com/leapguard/leapguard/internal/syntax"
)

// uses tells what the package does with variables and fields. Variables are
// keyed by *ssa.Global, fields by *types.Var.
type uses struct {
	tested map[any]bool  // compared with text, measured, or passed to a check
	set    map[any]bool  // assigned to
	flags  map[any]*flag // bound to a flag of the command line
	named  map[string]*flag
}

// A flag is a flag of the command line that holds a string.
type flag struct {
	name, usage string
	empty       bool // by default
}

func (p *Program) inTest(fn *ssa.Function) bool {
	return fn.Pos().IsValid() && syntax.InTest(p.pass, fn.Pos())
}

func (p *Program) findUses() *uses {
	u := &uses{make(map[any]bool), make(map[any]bool), make(map[any]*flag), make(map[string]*flag)}
	for _, fn := range p.flow.Funcs() {
		if p.inTest(fn) {
			continue
		}
		for _, block := range fn.Blocks {
			for _, instr := range block.Instrs {
				switch instr := instr.(type) {
				case *ssa.BinOp:
					if isText(instr.X.Type()) && instr.Op != token.ADD {
						u.test(instr.X)
						u.test(instr.Y)
					}
				case *ssa.Store:
					if key := variable(instr.Addr); key != nil {
						u.set[key] = true
					}
				case ssa.CallInstruction:
					u.call(instr)
				}
			}
		}
	}
	return u
}

func (u *uses) test(v ssa.Value) {
	switch v := v.(type) {
	case *ssa.UnOp:
		if key := variable(v.X); key != nil && v.Op == token.MUL {
			u.tested[key] = true
		} else if load, ok := v.X.(*ssa.UnOp); ok { // *flag
			u.test(load)
		}
	case *ssa.Field:
		u.tested[structField(v.X.Type(), v.Field)] = true
	case *ssa.Call:
		for _, arg := range v.Call.Args { // of TrimSpace and its like
			u.test(arg)
		}
	}
}

// call notes what a call is passed: a flag that it defines, or a name that it
// measures or checks.
func (u *uses) call(call ssa.CallInstruction) {
	common := call.Common()
	if b, ok := common.Value.(*ssa.Builtin); ok {
		if b.Name() == "len" {
			u.test(common.Args[0])
		}
		return
	}
	callee := flow.Callee(call)
	if callee == nil {
		return
	}
	if isFlagPackage(callee) && strings.HasPrefix(callee.Name(), "String") {
		u.flag(call, callee)
		return
	}
	name := strings.ToLower(callee.Name())
	for _, verb := range []string{"valid", "check", "verify", "sanit", "require", "match"} {
		if strings.Contains(name, verb) {
			for _, arg := range common.Args {
				u.test(arg)
			}
		}
	}
}

func isFlagPackage(fn *types.Func) bool {
	return fn.Pkg() != nil && (fn.Pkg().Path() == "flag" || strings.HasSuffix(fn.Pkg().Path(), "spf13/pflag"))
}

// flag notes a flag of the command line: (*FlagSet).StringVarP(&v, name, short,
// value, usage) and the like.
func (u *uses) flag(call ssa.CallInstruction, callee *types.Func) {
	args := flow.Args(call)
	if callee.Signature().Recv() != nil {
		args = args[1:]
	}
	var key any
	if strings.Contains(callee.Name(), "Var") {
		key, args = variable(args[0]), args[1:]
	}
	var texts []string
	for _, arg := range args {
		c, ok := flow.Resolve(arg).(*ssa.Const)
		if !ok || c.Value == nil || c.Value.Kind() != constant.String {
			return
		}
		texts = append(texts, constant.StringVal(c.Value))
	}
	if len(texts) < 3 {
		return
	}
	f := &flag{name: texts[0], usage: texts[len(texts)-1], empty: texts[len(texts)-2] == ""}
	u.named[f.name] = f
	if key != nil {
		u.flags[key] = f
	}
}

// variable returns the key of the variable or field at an address, or nil.
func variable(addr ssa.Value) any {
	switch a := addr.(type) {
	case *ssa.Global:
		return a
	case *ssa.FieldAddr:
		if f := structField(a.X.Type(), a.Field); f != nil {
			return f
		}
	}
	return nil
}

// flagPointer returns the input that the flag is which a call defines.
func (w *walk) flagPointer(call *ssa.Call) *Input {
	callee := flow.Callee(call)
	if callee == nil || !isFlagPackage(callee) || callee.Name() != "String" && callee.Name() != "StringP" {
		return nil
	}
	args := flow.Args(call)
	c, ok := flow.Resolve(args[len(args)-2]).(*ssa.Const)
	if !ok || c.Value == nil || constant.StringVal(c.Value) != "" {
		return nil
	}
	return &Input{Kind: Flag, Value: call, Name: w.text(call)}
}

// flagValue returns the input that the flag is which a call reads by its name.
func (w *walk) flagValue(call *ssa.Call) *Input {
	callee := flow.Callee(call)
	if callee == nil || !isFlagPackage(callee) || callee.Name() != "GetString" {
		return nil
	}
	name, ok := flow.Resolve(flow.Args(call)[1]).(*ssa.Const)
	if !ok || name.Value == nil {
		return nil
	}
	f := w.uses().named[constant.StringVal(name.Value)]
	if f == nil || !f.empty {
		return nil
	}
	return &Input{Kind: Flag, Value: call, Name: "--" + f.name}
}
