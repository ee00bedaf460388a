package fieldmath

import (
	"fmt"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/flow"
)

// ShiftedField is a fact about a function whose only result is always the month
// or day of a date plus a constant, and may be out of range.
type ShiftedField struct {
	Field Field
	By    int64
}

// AFact marks ShiftedField as a fact.
func (*ShiftedField) AFact() {}

func (f *ShiftedField) String() string {
	name := "month"
	if f.Field == Day {
		name = "day"
	}
	return fmt.Sprintf("ShiftedField(%s%+d)", name, f.By)
}

// DateWriter is a fact about a function that writes months or days, as they
// are passed, beside other parts of a date.
type DateWriter struct {
	Params []int // indices among receiver and parameters
}

// AFact marks DateWriter as a fact.
func (*DateWriter) AFact() {}

// Refines says that the fact by itself makes no package worth a look: that
// takes a month or day in the package.
func (*DateWriter) Refines() {}

func (f *DateWriter) String() string { return fmt.Sprintf("DateWriter%v", f.Params) }

// takesMonth reports whether a function has several parts of a date among its
// parameters, by their names, of which one is written out or of type time.Month.
func takesMonth(sig *types.Signature) bool {
	n, certain := 0, false
	for p := range sig.Params().Variables() {
		if isInteger(p.Type()) && partNames[lower(p.Name())] {
			n++
			certain = certain || len(p.Name()) > len("mon") || isMonth(p.Type())
		}
	}
	return n > 1 && certain
}

// exportWriter exports the fact about a function that writes its parameters.
func (c *check) exportWriter(fn *ssa.Function) {
	obj, ok := fn.Object().(*types.Func)
	if !ok || fn.Parent() != nil || !obj.Exported() || !takesMonth(obj.Signature()) {
		return
	}
	var fact DateWriter
	for i, param := range fn.Params {
		if !isInteger(param.Type()) || !partNames[lower(param.Name())] || c.testsParam(param) {
			continue
		}
		f := &follower{check: c, shift: shift{value: param}, seen: make(map[ssa.Value]bool)}
		f.run(param)
		if f.found.IsValid() && !f.compared {
			fact.Params = append(fact.Params, i)
		}
	}
	if len(fact.Params) > 0 {
		c.pass.ExportObjectFact(obj, &fact)
	}
}

// exportShift exports the fact about a function that returns a shift.
func (c *check) exportShift(fn *ssa.Function) {
	obj, ok := fn.Object().(*types.Func)
	if !ok || !obj.Exported() {
		return
	}
	if fact, ok := c.summary(fn); ok {
		c.pass.ExportObjectFact(obj, &fact)
	}
}

// summary returns the fact about a function whose only result is always the
// same shift.
func (c *check) summary(fn *ssa.Function) (fact ShiftedField, ok bool) {
	if fn.Parent() != nil || fn.Signature.Results().Len() != 1 {
		return fact, false
	}
	for _, block := range fn.Blocks {
		ret, isReturn := block.Instrs[len(block.Instrs)-1].(*ssa.Return)
		if !isReturn {
			continue
		}
		op, isOp := unconverted(ret.Results[0]).(*ssa.BinOp)
		if !isOp {
			return fact, false
		}
		s, isShift := c.shiftOf(op)
		this := ShiftedField{s.field, s.by}
		if !isShift || ok && this != fact || c.guarded(s) {
			return fact, false
		}
		fact, ok = this, true
	}
	return fact, ok
}

// returned returns the shift that a call yields.
func (c *check) returned(call *ssa.Call) (shift, bool) {
	callee := flow.Callee(call)
	if callee == nil || call.Call.IsInvoke() || !slices.ContainsFunc(results(callee), isInteger) {
		return shift{}, false
	}
	var fact ShiftedField
	if !callee.Exported() || !c.pass.ImportObjectFact(callee, &fact) {
		return shift{}, false
	}
	return shift{field: fact.Field, by: fact.By, value: call}, true
}

func results(fn *types.Func) []types.Type {
	var out []types.Type
	for v := range fn.Signature().Results().Variables() {
		out = append(out, v.Type())
	}
	return out
}
