package guard

import (
	"cmp"
	"go/constant"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/flow"
)

// inferChecks finds the functions that are checks because of what they do: all
// returns with a result that a caller can tell from the others lie behind a
// check of a parameter. Checks so found can make their callers checks.
func (p *Package) inferChecks() {
	callers := p.indexCallers()
	for todo := p.prog.Funcs(); len(todo) > 0; {
		again := make(map[*ssa.Function]bool)
		for _, fn := range todo {
			delete(p.solved, fn)
			if !p.relevant(fn) || !p.inferCheck(fn) {
				continue
			}
			for _, caller := range callers[fn] {
				again[caller] = true
				delete(p.solved, caller)
			}
		}
		todo = slices.DeleteFunc(slices.Clone(p.prog.Funcs()), func(fn *ssa.Function) bool { return !again[fn] })
	}
}

// indexCallers returns the functions that call or are given a function of this
// package, or that make it, if it is a literal.
func (p *Package) indexCallers() map[*ssa.Function][]*ssa.Function {
	out := make(map[*ssa.Function][]*ssa.Function)
	for _, fn := range p.prog.Funcs() {
		for _, block := range fn.Blocks {
			for _, instr := range block.Instrs {
				for _, op := range instr.Operands(nil) {
					if callee := functionIn(*op); callee != nil {
						callee = p.declared(callee)
						out[callee] = append(out[callee], fn)
					}
				}
				if call, ok := instr.(ssa.CallInstruction); ok {
					if callee := p.target(call); callee != nil {
						out[callee] = append(out[callee], fn)
					}
				}
			}
		}
	}
	return out
}

// relevant reports whether a function calls or reads anything that is
// annotated or inferred.
func (p *Package) relevant(fn *ssa.Function) bool {
	for _, block := range fn.Blocks {
		for _, instr := range block.Instrs {
			switch instr := instr.(type) {
			case ssa.CallInstruction:
				if slices.ContainsFunc(p.callees(instr), func(fn *types.Func) bool { return p.Func(fn) != nil }) {
					return true
				}
				if target := p.target(instr); target != nil && p.inferred[target] != nil || p.asked(instr) != nil {
					return true
				}
			case *ssa.FieldAddr:
				if p.Flags(fieldOf(instr)) != nil {
					return true
				}
			case *ssa.Field:
				if p.Flags(fieldOf(instr)) != nil {
					return true
				}
			}
		}
	}
	return false
}

// inferCheck reports whether it found that fn is a check it was not known as.
func (p *Package) inferCheck(fn *ssa.Function) bool {
	result, err := resultsOf(fn.Signature)
	changed := p.inferYields(fn, err)
	changed = p.inferOutcome(fn, Check{Result: -1, Err: -1}) || changed
	if err >= 0 {
		changed = p.inferOutcome(fn, Check{Result: -1, Err: err, When: Nil}) || changed
	}
	if result < 0 {
		return changed
	}
	outcomes := outcomesOf(fn.Signature.Results().At(result).Type())
	if outcomes == nil {
		outcomes = constantsReturned(fn, result)
	}
	if _, slice := fn.Signature.Results().At(result).Type().Underlying().(*types.Slice); slice {
		outcomes = append(outcomes, empty)
	}
	for _, o := range outcomes {
		// The result may tell enough for the error not to matter.
		changed = p.inferOutcome(fn, Check{Result: result, Err: -1, When: o}) || changed
		if err >= 0 {
			changed = p.inferOutcome(fn, Check{Result: result, Err: err, When: o}) || changed
		}
	}
	return changed
}

// maxConstants bounds the number of constants that are told apart.
const maxConstants = 8

// constantsReturned returns the outcomes of a function that returns nothing but
// constants.
func constantsReturned(fn *ssa.Function, result int) []Outcome {
	var out []Outcome
	for _, block := range fn.Blocks {
		ret, ok := block.Instrs[len(block.Instrs)-1].(*ssa.Return)
		if !ok || block == fn.Recover {
			continue
		}
		c, ok := ret.Results[result].(*ssa.Const)
		if !ok || c.Value == nil || c.Value.Kind() != constant.Int && c.Value.Kind() != constant.String {
			return nil
		}
		if o := Outcome("=" + c.Value.ExactString()); !slices.Contains(out, o) {
			out = append(out, o)
		}
	}
	if len(out) > maxConstants {
		return nil
	}
	return out
}

func isBoolean(t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&types.IsBoolean != 0
}

// inferOutcome adds the checks that fn makes when it returns with an outcome
// as of check, whose kind and object are to be found.
func (p *Package) inferOutcome(fn *ssa.Function, check Check) bool {
	var all state
	for _, block := range fn.Blocks {
		ret, ok := block.Instrs[len(block.Instrs)-1].(*ssa.Return)
		if !ok || block == fn.Recover {
			continue
		}
		if st := p.returning(ret, check); st != nil {
			all = meet(all, st)
		}
	}
	if st := p.recovered(fn, check); st != nil {
		all = meet(all, st)
	}
	if p.solve(fn).exhausted() {
		return false
	}
	assumed := p.Func(declaration(fn)).assumed()
	changed := false
	for c := range all {
		if c.call != nil || c.refused || c.kind == "" {
			continue
		}
		obj, ok := checkedIn(fn, c.obj)
		if !ok || slices.ContainsFunc(assumed, func(e Effect) bool { return e.Kind == c.kind && e.Obj.Equal(obj) }) {
			continue
		}
		check.Kind, check.Obj, check.Inferred = c.kind, obj, true
		if p.known(fn, check) {
			continue
		}
		if p.inferred[fn] == nil {
			p.inferred[fn] = new(FuncFact)
		}
		changed = p.inferred[fn].addCheck(check) || changed
	}
	if changed {
		slices.SortFunc(p.inferred[fn].Checks, compareChecks)
	}
	return changed
}

func compareChecks(a, b Check) int {
	return cmp.Or(cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.Obj.String(), b.Obj.String()), cmp.Compare(a.When, b.When))
}

// known reports whether a check of the same kind and object says at least as
// much as check.
func (p *Package) known(fn *ssa.Function, check Check) bool {
	covers := func(c Check) bool {
		if c.Kind != check.Kind || !c.Obj.Equal(check.Obj) {
			return false
		}
		return (c.Result < 0 || c.Result == check.Result && c.When == check.When) && (c.Err < 0 || c.Err == check.Err)
	}
	// A declaration that names the error is taken at its word.
	declares := func(c Check) bool {
		return covers(c) || c.Kind == check.Kind && c.Obj.Equal(check.Obj) && c.Result == check.Result && c.When == check.When
	}
	declared := p.Func(declaration(fn))
	return declared != nil && slices.ContainsFunc(declared.Checks, declares) ||
		p.inferred[fn] != nil && slices.ContainsFunc(p.inferred[fn].Checks, covers)
}

// returning returns what holds at a return if it gives the outcome of check;
// nil if it does not.
func (p *Package) returning(ret *ssa.Return, check Check) state {
	st := p.before(ret)
	if st == nil {
		return nil
	}
	var conds []flow.Cond
	switch {
	case check.Result >= 0 && check.When == empty:
		if st = p.supposeEmpty(st, ret, ret.Results[check.Result]); st == nil {
			return nil
		}
	case check.Result >= 0:
		conds = append(conds, check.When.cond(ret.Results[check.Result]))
	}
	if check.Err >= 0 {
		conds = append(conds, Nil.cond(ret.Results[check.Err]))
	}
	known := append(p.conditionsAt(ret.Block()), conds...)
	for _, c := range conds {
		if st != nil {
			st = p.suppose(st, ret.Block(), known, c, 0)
		}
	}
	return st
}

// supposeEmpty returns what holds at a return, st, with what follows if a slice
// is empty; nil if it cannot be.
func (p *Package) supposeEmpty(st state, ret *ssa.Return, slice ssa.Value) state {
	none := ssa.NewConst(constant.MakeInt64(0), types.Typ[types.Int])
	cond := flow.Cond{X: slice, Op: equal, Y: none}
	if lengthContradicts(slice, cond) {
		return nil
	}
	r := &reading{p: p, at: ret.Block(), sol: p.solve(ret.Parent()), st: st.clone()}
	r.known = func() []flow.Cond { return p.conditionsAt(ret.Block()) }
	if phi := p.variable(slice); phi != nil && !r.readPhi(st, phi, cond, ofLength) {
		return nil
	}
	if call, index := p.resultOf(slice); call != nil {
		r.readCall(st, call, index, true, equal, none)
	}
	return st
}

// declaration returns the object of a declared function, nil for a literal.
func declaration(fn *ssa.Function) *types.Func {
	obj, _ := fn.Object().(*types.Func)
	return obj
}

// inferYields reports whether it found that fn returns objects that were
// checked, which it was not known for. What is returned with an error does not
// count; err is the index of that result, or -1.
func (p *Package) inferYields(fn *ssa.Function, err int) bool {
	changed := false
	for i := range fn.Signature.Results().Len() {
		t := fn.Signature.Results().At(i).Type()
		if i == err || isBoolean(t) {
			continue
		}
		_, elems := t.Underlying().(*types.Slice)
		for _, kind := range slices.Concat(p.kinds(), p.toldKinds(fn)) {
			if !p.returnsChecked(fn, kind, i, err, elems) {
				continue
			}
			if p.inferred[fn] == nil {
				p.inferred[fn] = new(FuncFact)
			}
			changed = p.inferred[fn].addYield(Yield{kind, i, elems}) || changed
		}
	}
	return changed
}

// returnsChecked reports whether all objects that fn returns were checked, and
// that it returns any.
func (p *Package) returnsChecked(fn *ssa.Function, kind string, result, err int, elems bool) bool {
	found := false
	for _, block := range fn.Blocks {
		ret, ok := block.Instrs[len(block.Instrs)-1].(*ssa.Return)
		if !ok || block == fn.Recover {
			continue
		}
		st := p.returning(ret, Check{Result: -1, Err: err})
		v := ret.Results[result]
		if st == nil || Nil.is(v) == accepted {
			continue
		}
		if elems && !(&filter{p, kind, make(map[ssa.Value]bool)}).all(v) {
			return false
		}
		if path, ok := p.pathOf(v); !elems && (!ok || !st.holds(kind, path, p.nameDepth(v))) {
			return false
		}
		found = true
	}
	return found && !p.solve(fn).exhausted()
}
