package noverify

import (
	"go/token"
	"go/types"
	"strings"
	"unicode"

	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/flow"
	"github.com/leapguard/leapguard/internal/syntax"
)

// callback returns the function that a value is: a literal, a function, a
// method, or the literal that a function of the package returns; nil if it is
// not known.
func (c *check) callback(v ssa.Value) *ssa.Function {
	switch v := flow.Resolve(v).(type) {
	case *ssa.Function:
		return c.source(v)
	case *ssa.MakeClosure:
		return c.source(v.Fn.(*ssa.Function))
	case *ssa.Call:
		return returned(flow.Target(v))
	}
	return nil
}

// source returns the method behind a method value.
func (c *check) source(fn *ssa.Function) *ssa.Function {
	if obj, ok := fn.Object().(*types.Func); ok && fn.Synthetic != "" {
		return fn.Prog.FuncValue(obj)
	}
	return fn
}

// returned returns the function literal that a function returns, if it is
// always the same.
func returned(fn *ssa.Function) *ssa.Function {
	if fn == nil {
		return nil
	}
	var out *ssa.Function
	for _, block := range fn.Blocks {
		ret, ok := block.Instrs[len(block.Instrs)-1].(*ssa.Return)
		if !ok {
			continue
		}
		if len(ret.Results) != 1 {
			return nil
		}
		var lit *ssa.Function
		switch v := flow.Resolve(ret.Results[0]).(type) {
		case *ssa.Function:
			lit = v
		case *ssa.MakeClosure:
			lit = v.Fn.(*ssa.Function)
		}
		if lit == nil || out != nil && out != lit {
			return nil
		}
		out = lit
	}
	return out
}

// accepts reports whether a callback returns nil on every path and has no other
// way to object, nor keeps what it sees for someone who might.
func accepts(fn *ssa.Function) bool {
	returns := false
	for _, block := range fn.Blocks {
		for _, instr := range block.Instrs {
			if ret, ok := instr.(*ssa.Return); ok {
				returns = true
				if len(ret.Results) != 1 || !isNil(flow.Resolve(ret.Results[0])) {
					return false
				}
			} else if !harmless(instr) {
				return false
			}
		}
	}
	return returns
}

func isNil(v ssa.Value) bool {
	k, ok := v.(*ssa.Const)
	return ok && k.IsNil()
}

// harmless reports whether an instruction neither ends the handshake nor lets
// the certificates out of the function, but to a log.
func harmless(instr ssa.Instruction) bool {
	switch instr := instr.(type) {
	case *ssa.Store:
		return isLocal(instr.Addr)
	case *ssa.MapUpdate:
		_, made := flow.Resolve(instr.Map).(*ssa.MakeMap)
		return made
	case *ssa.UnOp:
		return instr.Op != token.ARROW
	case *ssa.Send, *ssa.Select, *ssa.Go, *ssa.Panic, *ssa.MakeClosure:
		return false
	case ssa.CallInstruction:
		return harmlessCall(instr)
	}
	return true
}

// isLocal reports whether an address is in a variable of the function.
func isLocal(addr ssa.Value) bool {
	for {
		switch a := addr.(type) {
		case *ssa.Alloc:
			return true
		case *ssa.FieldAddr:
			addr = a.X
		case *ssa.IndexAddr:
			addr = a.X
		case *ssa.MakeSlice, *ssa.Slice:
			return true
		default:
			return false
		}
	}
}

// purePackages are those whose functions do nothing but compute, or log.
var purePackages = map[string]bool{
	"bytes": true, "errors": true, "fmt": true, "log": true, "log/slog": true, "math/big": true, "net": true,
	"net/url": true, "slices": true, "sort": true, "strconv": true, "strings": true, "time": true,
}

// harmlessCall reports whether a call computes something, logs, or asks for a
// verdict that then counts for nothing.
func harmlessCall(call ssa.CallInstruction) bool {
	if _, ok := call.Common().Value.(*ssa.Builtin); ok {
		return true
	}
	fn := flow.Callee(call)
	if fn == nil || fn.Pkg() == nil {
		return false
	}
	if value, ok := call.(*ssa.Call); ok && flow.Stops(value) {
		return false
	}
	path := fn.Pkg().Path()
	switch {
	case purePackages[path], strings.HasPrefix(path, "crypto/"), strings.HasPrefix(path, "encoding/"):
		return true
	case logs(fn):
		return true
	}
	return asks(fn)
}

// logWords are the first words in the names of functions that log.
var logWords = map[string]bool{
	"print": true, "debug": true, "info": true, "warn": true, "warning": true, "error": true, "log": true, "trace": true,
	"with": true, "msg": true, "msgf": true, "str": true, "err": true, "strs": true, "send": true, "logf": true,
	"printf": true, "println": true, "debugf": true, "infof": true, "warnf": true, "warningf": true, "errorf": true, "tracef": true,
	"debugw": true, "infow": true, "warnw": true, "errorw": true, "bool": true, "int": true, "string": true, "any": true,
}

// logs reports whether the name of a function is that of one that logs.
func logs(fn *types.Func) bool {
	name := fn.Name()
	end := strings.IndexFunc(name[1:], unicode.IsUpper) + 1
	if end == 0 {
		end = len(name)
	}
	return logWords[strings.ToLower(name[:end])] || logWords[strings.ToLower(name)]
}

// asks reports whether a function returns a verdict on what it is given.
func asks(fn *types.Func) bool {
	results := fn.Signature().Results()
	if results.Len() == 0 {
		return false
	}
	last := results.At(results.Len() - 1).Type()
	if !syntax.IsError(last) && !types.Identical(last, types.Typ[types.Bool]) {
		return false
	}
	name := strings.ToLower(fn.Name())
	return strings.Contains(name, "verif") || strings.Contains(name, "valid") || strings.Contains(name, "check")
}

// wishes are words in the names of switches by which a user asks for
// connections that are not verified.
var wishes = []string{"insecure", "skip", "verify", "verification", "trust", "selfsigned", "self_signed", "unsafe", "dev", "debug", "test"}

// wanted reports whether a store is reached only where such a switch is set, or
// stands in a function whose name says that it does not verify.
func wanted(st *ssa.Store) bool {
	for _, cond := range flow.ConditionsAt(st.Block()) {
		if path, ok := flow.PathOf(cond.X); ok && wishful(path.String()) {
			return true
		}
	}
	for fn := st.Parent(); fn != nil; fn = fn.Parent() {
		name := strings.ToLower(fn.Name())
		if strings.Contains(name, "insecure") || strings.Contains(name, "unverified") || strings.Contains(name, "noverif") || strings.Contains(name, "skipverif") {
			return true
		}
	}
	return false
}

func wishful(name string) bool {
	name = strings.ToLower(name)
	for _, w := range wishes {
		if strings.Contains(name, w) {
			return true
		}
	}
	return false
}
