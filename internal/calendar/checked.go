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

// checked reports whether the date that a call returns is compared, or not used
// at all: then it was made to see whether it can be.
func checked(call *ssa.Call) bool {
	return !used(call) || verified(call)
}

func used(call *ssa.Call) bool {
	for _, v := range instants(call) {
		if refs := v.Referrers(); refs != nil {
			for _, ref := range *refs {
				if _, ok := ref.(*ssa.DebugRef); !ok {
					return true
				}
			}
		}
	}
	return false
}

// verified reports whether the date that a call returns is compared with what
// was wanted: its month, day or text is an operand of a comparison. Making
// another date where the call fails is as good.
func verified(call *ssa.Call) bool {
	for _, v := range instants(call) {
		if comparesParts(v, make(map[ssa.Value]bool)) {
			return true
		}
	}
	return hasFallback(call)
}

// hasFallback reports whether another date is made where a call has failed.
func hasFallback(call *ssa.Call) bool {
	for _, ref := range *call.Referrers() {
		x, ok := ref.(*ssa.Extract)
		if !ok || isTime(x.Type()) {
			continue
		}
		for _, use := range *x.Referrers() {
			if cmp, ok := use.(*ssa.BinOp); ok && (cmp.Op == token.NEQ || cmp.Op == token.EQL) && fallsBack(call, cmp) {
				return true
			}
		}
	}
	return false
}

// fallsBack reports whether a date is made where a comparison of the error of a
// call with nil says that there is one, by the same call with a smaller number
// or by another.
func fallsBack(call *ssa.Call, cmp *ssa.BinOp) bool {
	for _, use := range *cmp.Referrers() {
		branch, ok := use.(*ssa.If)
		if !ok {
			continue
		}
		failed := branch.Block().Succs[0]
		if cmp.Op == token.EQL {
			failed = branch.Block().Succs[1]
		}
		if countsDown(call) && reaches(failed, call.Block()) {
			return true
		}
		if len(failed.Preds) != 1 {
			continue
		}
		for _, block := range cmp.Parent().Blocks {
			if failed.Dominates(block) && makesInstant(block) {
				return true
			}
		}
	}
	return false
}

// countsDown reports whether what is passed to a call depends on a variable
// that a loop counts down.
func countsDown(call *ssa.Call) bool {
	r := &relevance{seen: make(map[ssa.Value]bool)}
	r.operands(call)
	for v := range r.seen {
		phi, ok := v.(*ssa.Phi)
		if !ok {
			continue
		}
		for _, edge := range phi.Edges {
			if step, ok := edge.(*ssa.BinOp); ok && step.Op == token.SUB && step.X == phi {
				return true
			}
		}
	}
	return false
}

// reaches reports whether control can get from one block to another.
func reaches(from, to *ssa.BasicBlock) bool {
	seen := make(map[*ssa.BasicBlock]bool)
	work := []*ssa.BasicBlock{from}
	for len(work) > 0 {
		b := work[len(work)-1]
		work = work[:len(work)-1]
		if b == to {
			return true
		}
		if !seen[b] {
			seen[b] = true
			work = append(work, b.Succs...)
		}
	}
	return false
}

func makesInstant(block *ssa.BasicBlock) bool {
	for _, instr := range block.Instrs {
		if call, ok := instr.(*ssa.Call); ok && len(instants(call)) > 0 {
			return true
		}
	}
	return false
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
// compared, here or in a function that v is passed to.
func comparesParts(v ssa.Value, seen map[ssa.Value]bool) bool {
	return anyUse(v, seen, func(use ssa.Instruction) bool {
		call, ok := use.(*ssa.Call)
		if !ok {
			return false
		}
		if boundsMonth(call, v) || tellsParts(call) && compared(call, make(map[ssa.Value]bool)) {
			return true
		}
		for _, param := range paramsOf(call, v) {
			if comparesParts(param, seen) {
				return true
			}
		}
		return false
	})
}

// boundsMonth reports whether a call asks on which side of the end of a month
// the date v is.
func boundsMonth(call *ssa.Call, v ssa.Value) bool {
	if !flow.IsCallTo(call, "(time.Time).After", "(time.Time).Before", "(time.Time).Compare") {
		return false
	}
	for _, arg := range flow.Args(call) {
		end, ok := read(arg).(*ssa.Call)
		if arg == v || !ok || !flow.IsCallTo(end, "time.Date") {
			continue
		}
		day, ok := flow.Args(end)[2].(*ssa.Const)
		if ok && day.Value != nil && (day.Int64() == 0 || day.Int64() == 1) && !isConst(flow.Args(end)[1]) {
			return true
		}
	}
	return false
}

// paramsOf returns the parameters as which a call passes v to a function of
// the package.
func paramsOf(call *ssa.Call, v ssa.Value) []*ssa.Parameter {
	callee := call.Call.StaticCallee()
	if callee == nil {
		return nil
	}
	var out []*ssa.Parameter
	for i, arg := range call.Call.Args {
		if arg == v && i < len(callee.Params) {
			out = append(out, callee.Params[i])
		}
	}
	return out
}

// tellsParts reports whether the result of a call may tell month and day of a
// date that is passed to it.
func tellsParts(call *ssa.Call) bool {
	callee := flow.Callee(call)
	if callee == nil {
		return false
	}
	if callee.Pkg() != nil && callee.Pkg().Path() == "time" {
		return fieldMethods[flow.Name(callee)]
	}
	out := count(callee.Signature().Results())
	return out.numbers+out.texts+out.truths+out.structs > 0
}

// compared reports whether v, or a copy of it, is compared.
func compared(v ssa.Value, seen map[ssa.Value]bool) bool {
	return anyUse(v, seen, func(use ssa.Instruction) bool {
		switch use := use.(type) {
		case *ssa.If:
			return true
		case *ssa.UnOp:
			return use.Op == token.NOT
		case *ssa.BinOp:
			switch use.Op {
			case token.EQL, token.NEQ, token.LSS, token.LEQ, token.GTR, token.GEQ:
				return true
			}
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
		case *ssa.Phi, *ssa.Extract, *ssa.Convert, *ssa.ChangeType:
			if anyUse(ref.(ssa.Value), seen, f) {
				return true
			}
		case *ssa.BinOp:
			if ref.Op == token.SUB && anyUse(ref, seen, f) {
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

// anyLoad reports whether a use of what is loaded from addr, here or in a
// literal, or of the struct or array that it is part of, satisfies f.
func anyLoad(addr ssa.Value, seen map[ssa.Value]bool, f func(ssa.Instruction) bool) bool {
	if seen[addr] || addr.Referrers() == nil {
		return false
	}
	seen[addr] = true
	for _, ref := range *addr.Referrers() {
		switch ref := ref.(type) {
		case *ssa.UnOp:
			if ref.Op == token.MUL && anyUse(ref, seen, f) {
				return true
			}
		case *ssa.MakeClosure:
			for i, binding := range ref.Bindings {
				if binding == addr && anyLoad(ref.Fn.(*ssa.Function).FreeVars[i], seen, f) {
					return true
				}
			}
		}
	}
	switch part := addr.(type) {
	case *ssa.FieldAddr:
		return anyLoad(part.X, seen, f) || anyField(part.X, part.Field, seen, f)
	case *ssa.IndexAddr:
		return anyLoad(part.X, seen, f)
	}
	return false
}

// anyField is anyLoad of a field of what x points to, here or in a function
// that x is passed to.
func anyField(x ssa.Value, field int, seen map[ssa.Value]bool, f func(ssa.Instruction) bool) bool {
	if x.Referrers() == nil {
		return false
	}
	for _, ref := range *x.Referrers() {
		switch ref := ref.(type) {
		case *ssa.FieldAddr:
			if ref.Field == field && anyLoad(ref, seen, f) {
				return true
			}
		case *ssa.Call:
			for _, param := range paramsOf(ref, x) {
				if !seen[param] {
					seen[param] = true
					if anyField(param, field, seen, f) {
						return true
					}
				}
			}
		}
	}
	return false
}
