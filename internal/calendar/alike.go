package calendar

import (
	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/flow"
)

// alike reports whether all that becomes of a month is the same for each of two
// months, as its quarter is.
func (p *Program) alike(v ssa.Value, a, b int64) bool {
	if v.Referrers() == nil {
		return false
	}
	for _, ref := range *v.Referrers() {
		switch ref := ref.(type) {
		case *ssa.DebugRef:
		case *ssa.Convert:
			if !isNumber(ref.Type()) || !p.alike(ref, a, b) {
				return false
			}
		case *ssa.ChangeType:
			if !p.alike(ref, a, b) {
				return false
			}
		case *ssa.BinOp:
			x, y, ok := p.operate(ref, v, a, b)
			if !ok || x != y && !p.alike(ref, x, y) {
				return false
			}
		case *ssa.Call:
			if !p.bothIn(ref, v, a, b) {
				return false
			}
		default:
			return false
		}
	}
	return true
}

// operate returns the results of an operation with a constant for two values of
// the operand v.
func (p *Program) operate(op *ssa.BinOp, v ssa.Value, a, b int64) (x, y int64, ok bool) {
	var results [2]int64
	for i, n := range [2]int64{a, b} {
		left, right := n, n
		if op.X != v {
			left, ok = p.number(op.X)
		} else {
			right, ok = p.number(op.Y)
		}
		result := arithmetic(op.Op, left, right)
		if !ok || result.Kind != Int && result.Kind != Bool {
			return 0, 0, false
		}
		results[i] = result.Int
	}
	return results[0], results[1], true
}

// bothIn reports whether a call asks if a list of constants contains v, and the
// list has both numbers or none.
func (p *Program) bothIn(call *ssa.Call, v ssa.Value, a, b int64) bool {
	args := flow.Args(call)
	if !flow.IsCallTo(call, "slices.Contains") || args[1] != v {
		return false
	}
	list, ok := args[0].(*ssa.Slice)
	if !ok || list.Low != nil || list.High != nil {
		return false
	}
	array, ok := list.X.(*ssa.Alloc)
	if !ok {
		return false
	}
	found := make(map[int64]bool)
	for _, ref := range *array.Referrers() {
		if ref == ssa.Instruction(list) {
			continue
		}
		elem, ok := ref.(*ssa.IndexAddr)
		if !ok {
			return false
		}
		for _, use := range *elem.Referrers() {
			store, ok := use.(*ssa.Store)
			if !ok {
				return false
			}
			n, known := p.number(store.Val)
			if !known {
				return false
			}
			found[n] = true
		}
	}
	return found[a] == found[b]
}
