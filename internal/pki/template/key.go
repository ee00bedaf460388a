package template

import (
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/flow"
)

// A Key is a key that signs a certificate, drawn anew in the run that signs it, on
// one of the ways on which it gets there.
type Key struct {
	// Through are the calls that pass it to the call that signs, innermost first.
	Through []ssa.CallInstruction

	draw *ssa.Call             // draws it
	made []ssa.CallInstruction // those by which the function that draws it runs, innermost first
}

// Same reports whether two keys may be the same one.
func (k Key) Same(other Key) bool {
	n := min(len(k.made), len(other.made))
	return k.draw == other.draw && slices.Equal(k.made[:n], other.made[:n])
}

// Keys returns the keys that sign a certificate, and whether it is known that each
// of them is drawn anew for that: in a function that signs with it once, itself or
// in functions that it calls, whenever it draws one.
func (c *Creation) Keys() ([]Key, bool) {
	const signing = 4 // the index of the argument
	args := flow.Args(c.Call)
	if c.signs != nil || len(args) <= signing {
		return nil, false
	}
	d := &drawer{pkg: c.pkg, sign: c.Call, steps: maxKeySteps}
	ok := d.trace(Value{args[signing], c.Template.Frame}, way{})
	return d.keys, ok && len(d.keys) > 0
}

// maxKeySteps bounds the values that are looked at for one key.
const maxKeySteps = 200

// draws are the functions that draw a key, with the index of the result.
var draws = map[string]int{
	"crypto/rsa.GenerateKey":           0,
	"crypto/rsa.GenerateMultiPrimeKey": 0,
	"crypto/ecdsa.GenerateKey":         0,
	"crypto/ed25519.GenerateKey":       1,
}

// A drawer follows the key that a call signs with back to where it is drawn.
type drawer struct {
	pkg   *Package
	sign  ssa.CallInstruction
	keys  []Key
	steps int
}

// A way is how the key got to the call that signs, as far as it is known.
type way struct {
	through []ssa.CallInstruction
	// at yields the key in the function where the last call of through is; below
	// counts the functions below that one in which it is looked for.
	at    *ssa.Call
	below int
}

// trace follows a value to all calls that draw it, and reports whether it is
// nothing else.
func (d *drawer) trace(v Value, w way) bool {
	v.V = flow.Resolve(v.V)
	if d.steps--; d.steps < 0 || len(w.through) > maxFrames {
		return false
	}
	switch x := v.V.(type) {
	case *ssa.Parameter:
		return d.passed(x, v.Frame, w, d.trace)
	case *ssa.Phi:
		return !slices.ContainsFunc(x.Edges, func(edge ssa.Value) bool { return !d.trace(Value{edge, v.Frame}, w) })
	case *ssa.TypeAssert:
		return d.trace(Value{x.X, v.Frame}, w)
	case *ssa.Call, *ssa.Extract:
		return d.returned(v, w, d.trace)
	case *ssa.UnOp:
		if addr, ok := x.X.(*ssa.FieldAddr); ok && x.Op == token.MUL {
			return d.object(Value{addr.X, v.Frame}, w, FieldOf(addr))
		}
	}
	return false
}

// passed goes on with what is passed for a parameter.
func (d *drawer) passed(param *ssa.Parameter, frame *Frame, w way, on func(Value, way) bool) bool {
	if frame != nil {
		arg, ok := argument(frame.Call, param)
		return ok && on(Value{arg, frame.Outer}, w.out(frame.Call))
	}
	fn := param.Parent()
	obj, ok := fn.Object().(*types.Func)
	if !ok || d.pkg.values[obj] || obj.Exported() && d.pkg.pass.Pkg.Name() != "main" {
		return false
	}
	arguments := d.pkg.Arguments(param)
	return len(arguments) > 0 && len(arguments) == len(d.pkg.callers[fn]) && !slices.ContainsFunc(arguments, func(arg Argument) bool {
		return slices.Contains(w.through, arg.Call) || !on(arg.Value(), w.out(arg.Call))
	})
}

// out is the way on in the function of a call, to what that passes.
func (w way) out(call ssa.CallInstruction) way {
	if w.below > 1 {
		w.below--
		return w
	}
	if w.below == 0 {
		w.through = append(slices.Clip(w.through), call)
	}
	return way{through: w.through}
}

// returned goes on with what a call returns: a key that it draws, or the results
// of a function of the package.
func (d *drawer) returned(v Value, w way, on func(Value, way) bool) bool {
	call, result := callOf(v.V)
	if call == nil {
		return false
	}
	if w.below == 0 {
		w.at = call
	}
	if callee := flow.Callee(call); callee != nil {
		if i, ok := draws[flow.Name(callee)]; ok {
			return i == result && d.drawn(call, v.Frame, w)
		}
	}
	results, ok := d.pkg.Results(call, v.Frame, result)
	if !ok {
		return false
	}
	w.below++
	return !slices.ContainsFunc(results, func(r Value) bool {
		c, isConst := r.V.(*ssa.Const)
		return !(isConst && failed(c, call, result)) && !on(r, w)
	})
}

// object goes on with what is stored to a field of an object that the package
// makes, if nothing is stored to that field of objects made elsewhere.
func (d *drawer) object(v Value, w way, field *types.Var) bool {
	v.V = flow.Resolve(v.V)
	if d.steps--; d.steps < 0 || len(w.through) > maxFrames || field == nil {
		return false
	}
	on := func(v Value, w way) bool { return d.object(v, w, field) }
	switch x := v.V.(type) {
	case *ssa.Parameter:
		return d.passed(x, v.Frame, w, on)
	case *ssa.Call, *ssa.Extract:
		return d.returned(v, w, on)
	case *ssa.Alloc:
		var stored []ssa.Value
		for _, st := range d.pkg.StoresTo(field) {
			base, made := flow.Resolve(st.Addr.(*ssa.FieldAddr).X).(*ssa.Alloc)
			if !made {
				return false
			}
			if base == x {
				stored = append(stored, st.Val)
			}
		}
		return len(stored) == 1 && d.trace(Value{stored[0], v.Frame}, w)
	}
	return false
}

// drawn adds a key, unless more than one certificate may be signed with it.
func (d *drawer) drawn(call *ssa.Call, frame *Frame, w way) bool {
	signs := append([]ssa.CallInstruction{d.sign}, w.through...)
	outer := signs[len(signs)-1]
	if outer.Parent() != w.at.Parent() || again(outer, w.at) {
		return false
	}
	for _, inner := range signs[:len(signs)-1] {
		if again(inner, nil) {
			return false
		}
	}
	key := Key{Through: w.through, draw: call}
	for ; frame != nil; frame = frame.Outer {
		key.made = append(key.made, frame.Call)
	}
	d.keys = append(d.keys, key)
	return true
}

// again reports whether an instruction may run more than once, without another
// one in between if that is given.
func again(instr, between ssa.Instruction) bool {
	block := instr.Block()
	if between != nil && between.Block() == block {
		return slices.Index(block.Instrs, between) > slices.Index(block.Instrs, instr)
	}
	seen := make(map[*ssa.BasicBlock]bool)
	var returns func(*ssa.BasicBlock) bool
	returns = func(from *ssa.BasicBlock) bool {
		return slices.ContainsFunc(from.Succs, func(next *ssa.BasicBlock) bool {
			if next == block {
				return true
			}
			if seen[next] || between != nil && next == between.Block() {
				return false
			}
			seen[next] = true
			return returns(next)
		})
	}
	return returns(block)
}
