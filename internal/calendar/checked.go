package calendar

import (
	"go/token"

	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/flow"
)

// fieldMethods are the methods of a time.Time that tell where it has moved.
var fieldMethods = map[string]bool{
	"(time.Time).Day": true, "(time.Time).Month": true, "(time.Time).Date": true,
	"(time.Time).YearDay": true, "(time.Time).Format": true,
}

// checked reports whether the date that a call returns is compared with what
// was wanted: its month, day or text is an operand of a comparison. A date
// that is not used at all was made to see whether it can be.
func checked(call *ssa.Call) bool {
	used := false
	for _, v := range instants(call) {
		refs := v.Referrers()
		if refs == nil {
			continue
		}
		for _, ref := range *refs {
			if _, ok := ref.(*ssa.DebugRef); !ok {
				used = true
			}
		}
		if comparesParts(v, make(map[ssa.Value]bool)) {
			return true
		}
	}
	return !used
}

// instants returns the results of a call that are a time.Time.
func instants(call *ssa.Call) []ssa.Value {
	if isTime(call.Type()) {
		return []ssa.Value{call}
	}
	var out []ssa.Value
	for _, ref := range *call.Referrers() {
		if x, ok := ref.(*ssa.Extract); ok && isTime(x.Type()) {
			out = append(out, x)
		}
	}
	return out
}

// comparesParts reports whether a part of the date v, or of a copy of it, is
// compared.
func comparesParts(v ssa.Value, seen map[ssa.Value]bool) bool {
	return anyUse(v, seen, func(use ssa.Instruction) bool {
		call, ok := use.(*ssa.Call)
		if !ok {
			return false
		}
		callee := flow.Callee(call)
		return callee != nil && fieldMethods[flow.Name(callee)] && len(flow.Args(call)) > 0 &&
			flow.Args(call)[0] == v && compared(call, make(map[ssa.Value]bool))
	})
}

func compared(v ssa.Value, seen map[ssa.Value]bool) bool {
	return anyUse(v, seen, func(use ssa.Instruction) bool {
		op, ok := use.(*ssa.BinOp)
		if !ok {
			return false
		}
		switch op.Op {
		case token.EQL, token.NEQ, token.LSS, token.LEQ, token.GTR, token.GEQ:
			return true
		}
		return false
	})
}

// anyUse reports whether a use of v, or of a copy of v in a variable, phi,
// conversion or tuple, satisfies f.
func anyUse(v ssa.Value, seen map[ssa.Value]bool, f func(ssa.Instruction) bool) bool {
	if seen[v] || v.Referrers() == nil {
		return false
	}
	seen[v] = true
	for _, ref := range *v.Referrers() {
		if f(ref) {
			return true
		}
		switch ref := ref.(type) {
		case *ssa.Phi:
			if anyUse(ref, seen, f) {
				return true
			}
		case *ssa.Extract:
			if anyUse(ref, seen, f) {
				return true
			}
		case *ssa.Convert:
			if anyUse(ref, seen, f) {
				return true
			}
		case *ssa.ChangeType:
			if anyUse(ref, seen, f) {
				return true
			}
		case *ssa.Store:
			if ref.Val == v && anyLoad(ref.Addr, seen, f) {
				return true
			}
		}
	}
	return false
}

// anyLoad reports whether a use of what is loaded from addr satisfies f.
func anyLoad(addr ssa.Value, seen map[ssa.Value]bool, f func(ssa.Instruction) bool) bool {
	if addr.Referrers() == nil {
		return false
	}
	for _, ref := range *addr.Referrers() {
		if load, ok := ref.(*ssa.UnOp); ok && load.Op == token.MUL && anyUse(load, seen, f) {
			return true
		}
	}
	return false
}
