package calendar

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// makers are the functions that make dates.
var makers = map[string]bool{"time.Date": true, "time.Parse": true, "time.ParseInLocation": true}

// Roots returns the functions of the package from which parts of a date may
// get to a call that makes a date, or leave the function as text or in a struct,
// after something was added to them, in source order. Function literals are
// part of the function they stand in, but those of package variables are
// functions of their own.
func (p *Program) Roots() []*ssa.Function {
	if p.concerns == nil || !p.concerns.shifted && !p.concerns.helped {
		return nil
	}
	p.init()
	p.mu.Lock()
	defer p.mu.Unlock()
	var out []*ssa.Function
	for _, fn := range p.flow.Funcs() {
		if isRoot(fn) && (p.parts.joins(fn) || p.parts.leaves[fn]) {
			out = append(out, fn)
		}
	}
	return out
}

// isRoot reports whether fn is a declared function, the package initializer or a
// literal of a package variable.
func isRoot(fn *ssa.Function) bool { return fn.Parent() == nil || isInitializer(fn.Parent()) }

func isInitializer(fn *ssa.Function) bool { return fn.Synthetic == "package initializer" }

func (p *Program) leadsTo(fn *ssa.Function) bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.lead(fn)
}

// lead reports whether control can get from fn to a call that makes a date.
// The caller holds mu.
func (p *Program) lead(fn *ssa.Function) bool {
	known, ok := p.leads[fn]
	if ok {
		return known
	}
	p.leads[fn] = false // recursion adds nothing
	p.leads[fn] = slices.ContainsFunc(fn.Blocks, func(b *ssa.BasicBlock) bool {
		return slices.ContainsFunc(b.Instrs, p.leadingInstr)
	})
	return p.leads[fn]
}

// leadingInstr reports whether an instruction calls, or takes as a value, a
// function that makes a date. A call with a constant month, day or text makes
// no date of interest.
func (p *Program) leadingInstr(instr ssa.Instruction) bool {
	if call, ok := instr.(*ssa.Call); ok && p.constant(call) {
		return false
	}
	var operands [8]*ssa.Value
	for _, op := range instr.Operands(operands[:0]) {
		if fn, ok := (*op).(*ssa.Function); ok && p.leadingFunc(fn) {
			return true
		}
	}
	return false
}

// constant reports whether a call of time.Date or time.Parse is the same on
// every 29 February.
func (p *Program) constant(call ssa.CallInstruction) bool {
	callee, ok := call.Common().Value.(*ssa.Function)
	if !ok || callee.Pkg == nil || callee.Pkg.Pkg.Path() != "time" || callee.Signature.Recv() != nil {
		return false
	}
	args := call.Common().Args
	switch callee.Name() {
	case "Date":
		return isConst(args[1]) || isConst(args[2])
	case "Parse", "ParseInLocation":
		return isConst(args[1])
	}
	return false
}

func isConst(v ssa.Value) bool { _, ok := v.(*ssa.Const); return ok }

func (p *Program) leadingFunc(fn *ssa.Function) bool {
	obj, ok := fn.Object().(*types.Func)
	if !ok {
		return p.lead(fn)
	}
	name := p.name(obj)
	if makers[name] {
		return true
	}
	if own := p.named[name]; own != nil {
		return p.lead(own)
	}
	body := p.imported[name]
	return body != nil && body.Leads
}

// useful marks the blocks from which control can get to a leading instruction.
func (p *Program) useful(fn *ssa.Function) []bool {
	marked := make([]bool, len(fn.Blocks))
	var mark func(b *ssa.BasicBlock)
	mark = func(b *ssa.BasicBlock) {
		if !marked[b.Index] {
			marked[b.Index] = true
			for _, pred := range b.Preds {
				mark(pred)
			}
		}
	}
	for _, block := range fn.Blocks {
		for _, instr := range block.Instrs {
			if p.leadingInstr(instr) || p.parts.letsLeave(instr) {
				mark(block)
			}
		}
	}
	return marked
}

// relevance finds the values that calls which make dates, and the results of a
// function, depend on.
type relevance struct {
	seen map[ssa.Value]bool
}

// relevant returns the values that decide whether two paths differ: phis and
// what is loaded or returned by calls, as far as dates depend on them.
func (p *Program) relevant(fn *ssa.Function) map[ssa.Value]bool {
	r := &relevance{seen: make(map[ssa.Value]bool)}
	var conds []ssa.Value
	for _, block := range fn.Blocks {
		for _, instr := range block.Instrs {
			if _, ok := instr.(*ssa.Return); ok || p.leadingInstr(instr) || p.parts.letsLeave(instr) {
				r.operands(instr)
			}
			if branch, ok := instr.(*ssa.If); ok {
				conds = append(conds, branch.Cond)
			}
		}
	}
	for changed := true; changed; {
		changed = false
		for _, cond := range conds {
			if !r.seen[cond] && r.touches(cond, make(map[ssa.Value]bool)) {
				r.add(cond)
				changed = true
			}
		}
	}
	return r.seen
}

func (r *relevance) operands(instr ssa.Instruction) {
	for _, op := range instr.Operands(nil) {
		if *op != nil {
			r.add(*op)
		}
	}
}

func (r *relevance) add(v ssa.Value) {
	switch v.(type) {
	case *ssa.Const, *ssa.Function, *ssa.Builtin, *ssa.Global:
		return
	}
	if r.seen[v] {
		return
	}
	r.seen[v] = true
	if instr, ok := v.(ssa.Instruction); ok {
		r.operands(instr)
	}
	if _, ok := v.Type().Underlying().(*types.Pointer); ok && v.Referrers() != nil {
		r.stores(v)
	}
}

// stores adds what is stored through a pointer, and the calls that may do so.
func (r *relevance) stores(addr ssa.Value) {
	for _, ref := range *addr.Referrers() {
		switch ref := ref.(type) {
		case *ssa.Store:
			if ref.Addr == addr {
				r.add(ref.Val)
			}
		case *ssa.FieldAddr:
			r.add(ref)
		case *ssa.IndexAddr:
			r.add(ref)
		case *ssa.Call:
			r.add(ref)
		}
	}
}

// touches reports whether a value depends on a relevant one.
func (r *relevance) touches(v ssa.Value, seen map[ssa.Value]bool) bool {
	if r.seen[v] {
		return true
	}
	instr, ok := v.(ssa.Instruction)
	if !ok || seen[v] {
		return false
	}
	seen[v] = true
	for _, op := range instr.Operands(nil) {
		if *op != nil && r.touches(*op, seen) {
			return true
		}
	}
	return false
}
