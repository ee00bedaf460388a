package template

import (
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/flow"
)

// A Frame says by which call a function runs, and by which the caller does. A
// nil Frame says nothing of the callers.
type Frame struct {
	Call  ssa.CallInstruction
	Outer *Frame
}

// frameOf returns the frame of a chain of calls, innermost first.
func frameOf(chain []ssa.CallInstruction) *Frame {
	if len(chain) == 0 {
		return nil
	}
	return &Frame{chain[0], frameOf(chain[1:])}
}

func (f *Frame) depth() int {
	n := 0
	for ; f != nil; f = f.Outer {
		n++
	}
	return n
}

// A Value is a value of a function that runs in a frame.
type Value struct {
	V     ssa.Value
	Frame *Frame
}

// An Argument is a place where a call passes a value for a parameter.
type Argument struct {
	Call  ssa.CallInstruction
	Index int // counting the receiver
}

// Resolve returns the value that v stands for, as [flow.Resolve] does, and
// looks through parameters to what the frame's call passes.
func (v Value) Resolve() Value {
	v, _ = v.Trace()
	return v
}

// Trace is [Value.Resolve], and returns the last argument that it went through,
// if any.
func (v Value) Trace() (Value, *Argument) {
	var through *Argument
	for range maxFrames {
		v.V = flow.Resolve(v.V)
		param, ok := v.V.(*ssa.Parameter)
		if !ok || v.Frame == nil {
			break
		}
		arg, ok := argument(v.Frame.Call, param)
		if !ok {
			break
		}
		through = &Argument{v.Frame.Call, paramIndex(param)}
		v = Value{arg, v.Frame.Outer}
	}
	return v, through
}

// argument returns what a call passes for a parameter.
func argument(call ssa.CallInstruction, param *ssa.Parameter) (ssa.Value, bool) {
	args := flow.Args(call)
	if i := paramIndex(param); target(call) == param.Parent() && i < len(args) {
		return args[i], true
	}
	return nil, false
}

// paramIndex returns the index of a parameter, counting the receiver.
func paramIndex(p *ssa.Parameter) int {
	for i, x := range p.Parent().Params {
		if x == p {
			return i
		}
	}
	return -1
}

// paramOf returns the parameter that v is, or that v points to a copy of, be it
// of what the parameter points to; nil if it is none.
func paramOf(v ssa.Value) *ssa.Parameter {
	v = flow.Resolve(v)
	alloc, ok := v.(*ssa.Alloc)
	if !ok {
		param, _ := v.(*ssa.Parameter)
		return param
	}
	for _, ref := range *alloc.Referrers() {
		st, ok := ref.(*ssa.Store)
		if !ok || st.Addr != alloc || st.Block().Index != 0 {
			continue
		}
		val := st.Val
		if load, ok := val.(*ssa.UnOp); ok && load.Op == token.MUL {
			val = flow.Resolve(load.X)
		}
		if param, ok := val.(*ssa.Parameter); ok {
			return param
		}
	}
	return nil
}

// Arguments returns where the callers in the package pass a parameter that no
// frame binds.
func (p *Package) Arguments(param *ssa.Parameter) []Argument {
	var out []Argument
	for _, call := range p.callers[param.Parent()] {
		if _, ok := argument(call, param); ok {
			out = append(out, Argument{call, paramIndex(param)})
		}
	}
	return out
}

// Value returns what is passed.
func (a Argument) Value() Value { return Value{flow.Args(a.Call)[a.Index], nil} }

// Results returns what a call of a function of the package yields as the given
// result, and whether the function is known.
func (p *Package) Results(call *ssa.Call, frame *Frame, result int) ([]Value, bool) {
	fn := target(call)
	if fn == nil || len(fn.Blocks) == 0 || frame.depth() >= maxFrames {
		return nil, false
	}
	inner := &Frame{call, frame}
	var out []Value
	for _, block := range fn.Blocks {
		if ret, ok := block.Instrs[len(block.Instrs)-1].(*ssa.Return); ok && result < len(ret.Results) {
			out = append(out, Value{ret.Results[result], inner})
		}
	}
	return out, len(out) > 0
}

// callOf returns the call, and which of its results, that v is.
func callOf(v ssa.Value) (call *ssa.Call, result int) {
	if e, ok := v.(*ssa.Extract); ok {
		v, result = e.Tuple, e.Index
	}
	call, _ = v.(*ssa.Call)
	return call, result
}

// fieldIndex returns the index of a field of x509.Certificate, -1 if t is
// neither that nor a pointer to it.
func fieldIndex(t types.Type, name string) int {
	s := certificate(t)
	if s == nil {
		return -1
	}
	for i := range s.NumFields() {
		if s.Field(i).Name() == name {
			return i
		}
	}
	return -1
}

// certificate returns the struct of x509.Certificate; nil if t is neither that
// nor a pointer to it.
func certificate(t types.Type) *types.Struct {
	if ptr, ok := t.Underlying().(*types.Pointer); ok {
		t = ptr.Elem()
	}
	named, ok := types.Unalias(t).(*types.Named)
	if !ok || named.Obj().Name() != "Certificate" || named.Obj().Pkg() == nil || named.Obj().Pkg().Path() != "crypto/x509" {
		return nil
	}
	s, _ := named.Underlying().(*types.Struct)
	return s
}
