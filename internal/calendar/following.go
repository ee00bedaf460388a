package calendar

import (
	"cmp"
	"go/token"
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
	f := &follower{p: p, through: through, seen: make(map[ssa.Value]bool)}
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

type follower struct {
	p       *Program
	through []string
	seen    map[ssa.Value]bool
	work    []ssa.Value
	out     []Use
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
		case *ssa.MakeClosure:
			for i, b := range ref.Bindings {
				if b == addr {
					f.loads(ref.Fn.(*ssa.Function).FreeVars[i])
				}
			}
		}
	}
}

// returned follows a result to the calls in the package.
func (f *follower) returned(v ssa.Value, ret *ssa.Return) {
	for _, c := range f.p.parts.callers[ret.Parent()] {
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
		if result, ok := call.(*ssa.Call); ok && len(args) > 0 && args[0] == v && slices.Contains(f.through, use.Name) {
			f.add(result)
			return
		}
	}
	f.out = append(f.out, use)
}

// Added returns the time that a part of a date is read from, by Date or by a
// method such as "(time.Time).Day", and what constant is added to it; nil if v
// is no such part.
func (p *Program) Added(v ssa.Value, method string) (t ssa.Value, added int) {
	p.init()
	p.mu.Lock()
	defer p.mu.Unlock()
	for range maxDepth {
		if t, ok := p.readFrom(v, method); ok {
			return t, added
		}
		switch x := flow.Resolve(v).(type) {
		case *ssa.Convert:
			v = x.X
		case *ssa.BinOp:
			n, ok := p.number(x.Y)
			switch {
			case ok && x.Op == token.ADD:
				added += int(n)
			case ok && x.Op == token.SUB:
				added -= int(n)
			default:
				return nil, 0
			}
			v = x.X
		default:
			return nil, 0
		}
	}
	return nil, 0
}

// IsUTC reports whether a *time.Location is UTC.
func (p *Program) IsUTC(loc ssa.Value) bool {
	p.init()
	p.mu.Lock()
	defer p.mu.Unlock()
	zone, _ := (&moments{p: p, assumed: make(map[ssa.Value]Moment), budget: maxMoments}).location(loc)
	return zone == UTC
}

// Integer returns the value of a constant integer.
func (p *Program) Integer(v ssa.Value) (int64, bool) {
	p.init()
	return p.number(v)
}
