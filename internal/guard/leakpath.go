package guard

import (
	"fmt"
	"go/constant"
	"go/token"
	"go/types"
	"maps"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/flow"
	"github.com/leapguard/leapguard/internal/syntax"
)

// A trail is what is known on one path through a function.
type trail struct {
	armed bool // behind the off
	// vals are the values of phis and of loads of local variables, and mem what
	// those variables hold.
	vals   map[ssa.Value]ssa.Value
	mem    map[*ssa.Alloc]ssa.Value
	facts  map[string]bool // comparisons that were decided
	defers []*ssa.Defer
	// cancelled are the contexts that are over.
	cancelled []ssa.Value
	miss      *Miss // a restore that did not help, if any
	// destroys are the calls that destroy the object unless they fail, which
	// they are not known to have done.
	destroys []ssa.Value
}

func newTrail() *trail {
	return &trail{
		vals:  make(map[ssa.Value]ssa.Value),
		mem:   make(map[*ssa.Alloc]ssa.Value),
		facts: make(map[string]bool),
	}
}

func (t *trail) clone() *trail {
	return &trail{
		armed: t.armed, vals: maps.Clone(t.vals), mem: maps.Clone(t.mem), facts: maps.Clone(t.facts),
		defers: slices.Clip(t.defers), cancelled: slices.Clip(t.cancelled), miss: t.miss,
		destroys: slices.Clone(t.destroys),
	}
}

// value returns what a value is on the path.
func (w *walker) value(v ssa.Value, t *trail) ssa.Value {
	for range maxAliases {
		if known, ok := t.vals[v]; ok && known != v {
			v = known
			continue
		}
		switch x := v.(type) {
		case *ssa.ChangeType:
			v = x.X
			continue
		case *ssa.ChangeInterface:
			v = x.X
			continue
		case *ssa.MakeInterface:
			return v // never nil, whatever is in it
		}
		r := w.p.resolve(v)
		if r == v {
			break
		}
		if made := madeInterface(v); made != nil {
			return made
		}
		v = r
	}
	return v
}

// step changes what is known as an instruction that is no call does.
func (w *walker) step(instr ssa.Instruction, t *trail) {
	switch instr := instr.(type) {
	case *ssa.Alloc:
		if w.tracked(instr) {
			t.mem[instr] = zeroOf(instr.Type().Underlying().(*types.Pointer).Elem())
		}
	case *ssa.Store:
		if alloc := w.local(instr.Addr); alloc != nil {
			t.mem[alloc] = w.value(instr.Val, t)
		}
	case *ssa.UnOp:
		if instr.Op == token.MUL {
			if alloc := w.local(instr.X); alloc != nil && t.mem[alloc] != nil {
				t.vals[instr] = t.mem[alloc]
			}
		}
		if instr.Op == token.ARROW {
			if ctx := w.doneOf(instr.X); ctx != nil {
				t.cancelled = append(t.cancelled, ctx)
			}
		}
	}
}

// local returns the variable that an address is of, if it is tracked.
func (w *walker) local(addr ssa.Value) *ssa.Alloc {
	alloc, ok := w.p.resolve(addr).(*ssa.Alloc)
	if !ok || !w.tracked(alloc) {
		return nil
	}
	return alloc
}

// tracked reports whether the only instructions that change a variable are
// those that the path comes to.
func (w *walker) tracked(alloc *ssa.Alloc) bool {
	known, ok := w.tracks[alloc]
	if !ok {
		known = w.trackable(alloc)
		w.tracks[alloc] = known
	}
	return known
}

func (w *walker) trackable(alloc *ssa.Alloc) bool {
	switch alloc.Type().Underlying().(*types.Pointer).Elem().Underlying().(type) {
	case *types.Struct, *types.Array:
		return false
	}
	for _, ref := range *alloc.Referrers() {
		switch ref := ref.(type) {
		case *ssa.Store:
			if ref.Val == alloc {
				return false
			}
		case *ssa.UnOp, *ssa.DebugRef:
		case *ssa.MakeClosure:
			if setsCaptured(ref, alloc) && !onlyDeferred(ref) {
				return false
			}
		default:
			return false
		}
	}
	return true
}

// onlyDeferred reports whether a closure is used by defer statements only.
func onlyDeferred(closure *ssa.MakeClosure) bool {
	return !slices.ContainsFunc(*closure.Referrers(), func(ref ssa.Instruction) bool {
		d, ok := ref.(*ssa.Defer)
		return !ok || d.Call.Value != closure
	})
}

// doneOf returns the context of which a channel is the Done, nil for another.
func (w *walker) doneOf(ch ssa.Value) ssa.Value {
	call, ok := w.p.resolve(ch).(*ssa.Call)
	if !ok || !flow.IsCallTo(call, "(context.Context).Done") {
		return nil
	}
	return w.p.resolve(flow.Args(call)[0])
}

// decide tells how a condition comes out on the path, if that is known.
func (w *walker) decide(cond ssa.Value, t *trail) (outcome, known bool) {
	cond = w.value(cond, t)
	if k, ok := w.p.prog.Fold(cond); ok && k.Kind() == constant.Bool {
		return constant.BoolVal(k), true
	}
	switch c := cond.(type) {
	case *ssa.UnOp:
		if c.Op == token.NOT {
			outcome, known = w.decide(c.X, t)
			return !outcome, known
		}
	case *ssa.BinOp:
		if c.Op == token.NEQ || c.Op == token.EQL {
			outcome, known = w.decideEqual(c, t)
			return outcome == (c.Op == token.EQL), known
		}
	}
	outcome, known = t.facts[w.key(cond, t)]
	return outcome, known
}

// decideEqual tells whether the operands of a comparison are equal.
func (w *walker) decideEqual(c *ssa.BinOp, t *trail) (same, known bool) {
	x, y := w.value(c.X, t), w.value(c.Y, t)
	if _, ok := x.(*ssa.Const); ok {
		x, y = y, x
	}
	k, ok := y.(*ssa.Const)
	if !ok {
		same, known = t.facts[w.equality(x, y, t)]
		return same, known
	}
	if j, ok := x.(*ssa.Const); ok {
		if j.Value == nil || k.Value == nil {
			return j.Value == nil && k.Value == nil, true
		}
		return constant.Compare(j.Value, equal, k.Value), j.Value.Kind() == k.Value.Kind()
	}
	if k.Value == nil && neverNil(x) {
		return false, true
	}
	if same, known = t.facts[w.equality(x, y, t)]; known {
		return same, true
	}
	// What equals one constant does not equal another.
	prefix := w.key(x, t) + " == "
	for fact, holds := range t.facts {
		if holds && strings.HasPrefix(fact, prefix) {
			return false, true
		}
	}
	return false, false
}

func (w *walker) equality(x, y ssa.Value, t *trail) string { return w.key(x, t) + " == " + w.key(y, t) }

// suppose records that a condition came out so.
func (w *walker) suppose(cond ssa.Value, outcome bool, t *trail) {
	cond = w.value(cond, t)
	switch c := cond.(type) {
	case *ssa.UnOp:
		if c.Op == token.NOT {
			w.suppose(c.X, !outcome, t)
			return
		}
	case *ssa.BinOp:
		if c.Op == token.NEQ || c.Op == token.EQL {
			x, y := w.value(c.X, t), w.value(c.Y, t)
			if _, ok := x.(*ssa.Const); ok {
				x, y = y, x
			}
			t.facts[w.equality(x, y, t)] = outcome == (c.Op == token.EQL)
			w.ended(x, y, outcome == (c.Op == token.EQL), t)
			return
		}
	}
	t.facts[w.key(cond, t)] = outcome
}

// ended notes the contexts that are over since a comparison came out so.
func (w *walker) ended(x, y ssa.Value, same bool, t *trail) {
	k, ok := y.(*ssa.Const)
	if !ok {
		return
	}
	if call, ok := x.(*ssa.Call); ok && k.Value == nil && !same && flow.IsCallTo(call, "(context.Context).Err") {
		t.cancelled = append(t.cancelled, w.p.resolve(flow.Args(call)[0]))
	}
	index, ok := x.(*ssa.Extract)
	if !ok || !same || k.Value == nil {
		return
	}
	if ch := selectedChan(index, k.Value); ch != nil {
		if ctx := w.doneOf(ch); ctx != nil {
			t.cancelled = append(t.cancelled, ctx)
		}
	}
}

// key identifies a value, so that two calls of a function with the same
// arguments that return no error are one.
func (w *walker) key(v ssa.Value, t *trail) string { return w.keyTo(v, t, maxConstructors) }

func (w *walker) keyTo(v ssa.Value, t *trail, depth int) string {
	v = w.value(v, t)
	switch x := v.(type) {
	case *ssa.Const:
		if x.Value == nil {
			return "nil"
		}
		return x.Value.ExactString()
	case *ssa.Call:
		if callee := flow.Callee(x); callee != nil && depth > 0 && !syntax.IsError(x.Type()) && x.Call.Signature().Results().Len() == 1 {
			var args []string
			for _, arg := range flow.Args(x) {
				args = append(args, w.keyTo(arg, t, depth-1))
			}
			return flow.Name(callee) + "(" + strings.Join(args, ", ") + ")"
		}
	case *ssa.BinOp:
		if depth > 0 {
			return w.keyTo(x.X, t, depth-1) + x.Op.String() + w.keyTo(x.Y, t, depth-1)
		}
	}
	if path, ok := w.p.rawPath(v); ok && path.Root() != v {
		return fmt.Sprintf("%p %v", path.Root(), path.Fields())
	}
	return fmt.Sprintf("%p", v)
}

// isOver reports whether a context is over, or one that it was derived from.
func (w *walker) isOver(ctx ssa.Value, t *trail) bool {
	for range maxAliases {
		ctx = w.p.resolve(ctx)
		if slices.Contains(t.cancelled, ctx) {
			return true
		}
		if x, ok := ctx.(*ssa.Extract); ok && x.Index == 0 {
			ctx = x.Tuple
		}
		call, ok := ctx.(*ssa.Call)
		if !ok || !derivesContext(call) {
			return false
		}
		if slices.ContainsFunc(t.cancelled, func(over ssa.Value) bool { return over == ssa.Value(call) }) {
			return true
		}
		ctx = call.Call.Args[0]
	}
	return false
}

func derivesContext(call *ssa.Call) bool {
	return flow.IsCallTo(call, "context.WithCancel", "context.WithCancelCause", "context.WithTimeout", "context.WithDeadline",
		"context.WithTimeoutCause", "context.WithDeadlineCause", "context.WithValue")
}

// cancels returns the context that a call ends since it calls the function
// that was made with it, nil for another call.
func (w *walker) cancels(call ssa.CallInstruction) ssa.Value {
	x, ok := w.p.resolve(call.Common().Value).(*ssa.Extract)
	if !ok || x.Index != 1 {
		return nil
	}
	made, ok := x.Tuple.(*ssa.Call)
	if !ok || !derivesContext(made) {
		return nil
	}
	return made
}
