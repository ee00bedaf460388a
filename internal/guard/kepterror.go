package guard

import (
	"go/constant"
	"go/token"
	"regexp"

	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/flow"
)

// keepsError matches the names of methods without parameters that return the error
// that came up, nil if none did.
var keepsError = regexp.MustCompile(`^(?i:err|errors?|(err|error)ornil)$`)

// keptError reports whether a call only asks for an error that may have come up,
// as ctx.Err and rows.Err do.
func keptError(call *ssa.Call) bool {
	callee := flow.Callee(call)
	return callee != nil && callee.Signature().Recv() != nil && callee.Signature().Params().Len() == 0 && keepsError.MatchString(callee.Name())
}

// cameUp reports whether the error that a call asks for is known to have come up
// where the call is: the same was asked before, or the context is done.
func cameUp(call *ssa.Call) bool {
	for _, c := range flow.ConditionsAt(call.Block()) {
		if v, isNil, ok := c.NilTest(); ok && !isNil {
			if asked, ok := flow.Resolve(v).(*ssa.Call); ok && flow.Callee(asked) == flow.Callee(call) && sameReceiver(asked, call) {
				return true
			}
		}
		if v, k, equal, ok := c.ConstTest(); ok && equal {
			if x, ok := flow.Resolve(v).(*ssa.Extract); ok && isDone(selectedChan(x, k), call) {
				return true
			}
		}
	}
	return received(call)
}

// selectedChan returns the channel of the case of a select statement that was
// chosen if its index, x, is k, nil for another x.
func selectedChan(x *ssa.Extract, k constant.Value) ssa.Value {
	s, ok := x.Tuple.(*ssa.Select)
	if !ok || x.Index != 0 {
		return nil
	}
	if i, exact := constant.Int64Val(k); exact && 0 <= i && int(i) < len(s.States) {
		return s.States[i].Chan
	}
	return nil
}

// received reports whether the context whose error a call asks for is waited for
// on every path to the call.
func received(call *ssa.Call) bool {
	for b := call.Block(); b != nil; b = b.Idom() {
		for _, instr := range b.Instrs {
			if instr == ssa.Instruction(call) {
				break
			}
			if recv, ok := instr.(*ssa.UnOp); ok && recv.Op == token.ARROW && isDone(recv.X, call) {
				return true
			}
		}
	}
	return false
}

// isDone reports whether a channel is the Done of the context whose error a call
// asks for.
func isDone(ch ssa.Value, call *ssa.Call) bool {
	if ch == nil {
		return false
	}
	done, ok := flow.Resolve(ch).(*ssa.Call)
	return ok && flow.IsCallTo(done, "(context.Context).Done") && sameReceiver(done, call)
}

func sameReceiver(a, b *ssa.Call) bool { return flow.Same(flow.Args(a)[0], flow.Args(b)[0]) }
