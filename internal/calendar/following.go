package calendar

import (
	"cmp"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/flow"
)

// A Use is what an instruction does with a value.
type Use struct {
	Instr ssa.Instruction
	// Name is the name of the function that Instr calls, as [flow.Name] writes
	// it; "" if it is no call of a known function.
	Name string
	// Args are the receiver and arguments of that call, or the operands of a
	// [*ssa.BinOp].
	Args []ssa.Value
	// Value is the one of Args that is the value or stems from it.
	Value ssa.Value
}

// Other returns the operand of a method or operation of two that is not Value.
func (u Use) Other() ssa.Value {
	if u.Args[0] == u.Value {
		return u.Args[1]
	}
	return u.Args[0]
}

// Follow follows a value through variables, parameters and results of
// functions of the package, and through the functions of the given names that
// yield something like their first argument. It returns how the value is used,
// in source order.
func (p *Program) Follow(v ssa.Value, through ...string) []Use {
	p.init()
	p.mu.Lock()
	defer p.mu.Unlock()
	return (&follower{p: p, through: through}).run(v)
}

type follower struct {
	p       *Program
	through []string // see Follow
	// unexported says that results of exported functions are not followed.
	unexported bool

	seen map[ssa.Value]bool
	work []ssa.Value
	out  []Use
}

func (f *follower) run(v ssa.Value) []Use {
	f.seen = make(map[ssa.Value]bool)
	f.add(v)
	for len(f.work) > 0 && len(f.seen) < maxMoments {
		v := f.work[len(f.work)-1]
		f.work = f.work[:len(f.work)-1]
		if refs := v.Referrers(); refs != nil {
			for _, ref := range *refs {
				f.follow(v, ref)
			}
		}
	}
	slices.SortStableFunc(f.out, func(a, b Use) int { return cmp.Compare(a.Instr.Pos(), b.Instr.Pos()) })
	return f.out
}

func (f *follower) add(v ssa.Value) {
	if !f.seen[v] {
		f.seen[v] = true
		f.work = append(f.work, v)
	}
}

func (f *follower) follow(v ssa.Value, ref ssa.Instruction) {
	switch ref := ref.(type) {
	case *ssa.Phi:
		f.add(ref)
	case *ssa.ChangeType:
		f.add(ref)
	case *ssa.Store:
		if alloc, ok := ref.Addr.(*ssa.Alloc); ok && ref.Val == v {
			f.loads(alloc)
		} else {
			f.out = append(f.out, Use{Instr: ref, Value: v})
		}
	case *ssa.Field:
		if isEmbeddedTime(ref.X, ref.Field) {
			f.add(ref)
		}
		f.out = append(f.out, Use{Instr: ref, Value: v})
	case *ssa.FieldAddr:
		f.field(ref)
		f.out = append(f.out, Use{Instr: ref, Value: v})
	case *ssa.Return:
		f.returned(v, ref)
		f.out = append(f.out, Use{Instr: ref, Value: v})
	case *ssa.BinOp:
		f.out = append(f.out, Use{Instr: ref, Args: []ssa.Value{ref.X, ref.Y}, Value: v})
	case ssa.CallInstruction:
		f.call(v, ref)
	case *ssa.DebugRef:
	default:
		f.out = append(f.out, Use{Instr: ref, Value: v})
	}
}

// loads follows a variable to where it is read, here or in a function literal.
func (f *follower) loads(addr ssa.Value) {
	for _, ref := range *addr.Referrers() {
		switch ref := ref.(type) {
		case *ssa.UnOp:
			if ref.Op == token.MUL {
				f.add(ref)
			}
		case *ssa.FieldAddr:
			f.field(ref)
		case *ssa.MakeClosure:
			for i, b := range ref.Bindings {
				if b == addr {
					f.loads(ref.Fn.(*ssa.Function).FreeVars[i])
				}
			}
		}
	}
}

// field follows a date to where its wrapper is read as a time.Time.
func (f *follower) field(addr *ssa.FieldAddr) {
	if isEmbeddedTime(addr.X, addr.Field) {
		f.loads(addr)
	}
}

// returned follows a result to the calls in the package.
func (f *follower) returned(v ssa.Value, ret *ssa.Return) {
	fn := ret.Parent()
	if f.unexported && (fn.Object() == nil || fn.Object().Exported()) {
		return
	}
	for _, c := range f.p.parts.callers[fn] {
		call, ok := c.(*ssa.Call)
		switch {
		case !ok:
		case len(ret.Results) == 1:
			f.add(call)
		default:
			for _, ref := range *call.Referrers() {
				if x, ok := ref.(*ssa.Extract); ok && ret.Results[x.Index] == v {
					f.add(x)
				}
			}
		}
	}
}

// passes reports whether a function yields the argument v, in a wrapper
// perhaps, or something like it.
func (f *follower) passes(name string, callee *types.Func, args []ssa.Value, v ssa.Value) bool {
	lib := f.p.library(callee)
	switch {
	case lib == nil:
	case lib.Same:
		return args[lib.Of] == v
	case lib.Start == "day", lib.End == "day":
		name = "(time.Time).Truncate"
	case lib.In:
		name = "(time.Time).In"
	}
	return len(args) > 0 && args[0] == v && slices.Contains(f.through, name)
}

func (f *follower) call(v ssa.Value, call ssa.CallInstruction) {
	callee := flow.Callee(call)
	args := flow.Args(call)
	if own := f.p.source(flow.Target(call)); own != nil && len(own.Params) == len(args) {
		for i, arg := range args {
			if arg == v {
				f.add(own.Params[i])
			}
		}
		return
	}
	use := Use{Instr: call, Args: args, Value: v}
	if callee != nil {
		use.Name = f.p.name(callee)
		if result, ok := call.(*ssa.Call); ok && f.passes(use.Name, callee, args, v) {
			f.add(result)
			return
		}
	}
	f.out = append(f.out, use)
}
