package calendar

import (
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/flow"
)

// readers are the methods that take parts of a date.
var readers = map[string]bool{
	"(time.Time).Year": true, "(time.Time).Date": true, "(time.Time).Format": true,
}

// reachesMaker reports whether a part of a date that fn takes, itself or by a
// function that it calls, may get to a call which makes a date after something
// was added to it. It follows values through everything and never looks at
// paths, so it errs on the side of true. The caller holds mu.
func (p *Program) reachesMaker(fn *ssa.Function) bool {
	r := &reach{p: p, seen: make(map[ssa.Value]holds)}
	r.sources(fn)
	for len(r.work) > 0 && !r.found {
		v := r.work[len(r.work)-1]
		r.work = r.work[:len(r.work)-1]
		r.what = r.seen[v]
		if refs := v.Referrers(); refs != nil {
			for _, ref := range *refs {
				r.follow(v, ref)
			}
		}
	}
	return r.found
}

// holds tells what a value may hold.
type holds uint8

const (
	part  holds = 1 << iota // a part of a date
	moved                   // one to which something was added
)

// A reach is the set of values that may hold parts of a date.
type reach struct {
	p     *Program
	seen  map[ssa.Value]holds
	work  []ssa.Value
	what  holds // what the value that is followed holds
	found bool
}

func (r *reach) add(v ssa.Value) {
	if r.seen[v]|r.what != r.seen[v] {
		r.seen[v] |= r.what
		r.work = append(r.work, v)
	}
}

// sources adds what functions that take parts return, or store where they are
// pointed to, and the dates that AddDate moves.
func (r *reach) sources(fn *ssa.Function) {
	for _, block := range fn.Blocks {
		for _, instr := range block.Instrs {
			for _, op := range instr.Operands(nil) {
				callee, ok := (*op).(*ssa.Function)
				switch {
				case !ok:
				case r.p.returnsParts(callee):
					r.what = part | r.p.moves(callee)
					r.through(instr)
				case r.p.moves(callee) != 0:
					r.what = moved
					r.through(instr)
				}
			}
		}
	}
	for _, lit := range fn.AnonFuncs {
		r.sources(lit)
	}
}

// through adds what an instruction that uses a part may put it in.
func (r *reach) through(instr ssa.Instruction) {
	if v, ok := instr.(ssa.Value); ok {
		r.add(v)
	}
	if call, ok := instr.(ssa.CallInstruction); ok {
		for _, arg := range call.Common().Args {
			if _, ok := arg.Type().Underlying().(*types.Pointer); ok {
				r.target(arg)
			}
		}
	}
}

// target adds a variable that holds a part, and what it is a part of.
func (r *reach) target(addr ssa.Value) {
	for {
		r.add(addr)
		switch v := addr.(type) {
		case *ssa.FieldAddr:
			addr = v.X
		case *ssa.IndexAddr:
			addr = v.X
		case *ssa.UnOp:
			addr = v.X
		case *ssa.FreeVar:
			r.captured(v)
			return
		default:
			return
		}
	}
}

// captured adds the variable that a literal stores a part in.
func (r *reach) captured(free *ssa.FreeVar) {
	lit := free.Parent()
	if lit.Parent() == nil {
		return // the method value made a wrapper of its own
	}
	for _, block := range lit.Parent().Blocks {
		for _, instr := range block.Instrs {
			if closure, ok := instr.(*ssa.MakeClosure); ok && closure.Fn == lit {
				r.target(closure.Bindings[slices.Index(lit.FreeVars, free)])
			}
		}
	}
}

// follow goes from a value to where one instruction takes it.
func (r *reach) follow(v ssa.Value, instr ssa.Instruction) {
	switch instr := instr.(type) {
	case ssa.CallInstruction:
		r.passed(v, instr)
		if fn := instr.Common().StaticCallee(); fn == nil && !instr.Common().IsInvoke() || fn != nil && r.p.moves(fn) != 0 {
			r.what |= moved
		}
		r.through(instr)
	case *ssa.Store:
		if instr.Val == v {
			r.target(instr.Addr)
		}
	case *ssa.MapUpdate:
		r.target(instr.Map)
	case *ssa.Send:
		r.target(instr.Chan)
	case *ssa.MakeClosure:
		for i, binding := range instr.Bindings {
			if binding == v {
				r.add(instr.Fn.(*ssa.Function).FreeVars[i])
			}
		}
		r.add(instr)
	case *ssa.Return:
		r.returned(instr.Parent())
	case *ssa.BinOp:
		if basic, ok := instr.Type().Underlying().(*types.Basic); ok && basic.Info()&types.IsNumeric != 0 && (instr.Op == token.ADD || instr.Op == token.SUB) {
			r.what |= moved
		}
		r.add(instr)
	case ssa.Value:
		r.add(instr)
	}
}

// passed follows a value into a call. Functions of the package are entered,
// others are known to make dates or not; those of other packages of the module
// may move them first.
func (r *reach) passed(v ssa.Value, call ssa.CallInstruction) {
	callee := call.Common().StaticCallee()
	fn := r.p.source(callee)
	if fn == nil {
		r.found = r.found || r.p.leadingInstr(call) && (r.what&moved != 0 || !isMaker(callee))
		return
	}
	for i, arg := range call.Common().Args {
		if arg == v {
			r.add(fn.Params[i])
		}
		if taken, ok := arg.(*ssa.Function); ok {
			r.found = r.found || r.p.leadingFunc(taken)
		}
	}
}

func isMaker(fn *ssa.Function) bool {
	if fn == nil {
		return false
	}
	obj, ok := fn.Object().(*types.Func)
	return ok && makers[flow.Name(obj.Origin())]
}

// moves returns moved if a function may add to the parts of dates, else 0. The
// caller holds mu.
func (p *Program) moves(fn *ssa.Function) holds {
	if obj, ok := fn.Object().(*types.Func); ok {
		if name := flow.Name(obj.Origin()); name == "(time.Time).AddDate" || p.imported[name] != nil {
			return moved
		}
	}
	fn = p.source(fn)
	if fn == nil {
		return 0
	}
	if known, ok := p.adds[fn]; ok {
		return known
	}
	p.adds[fn] = 0 // recursion adds nothing
	var what holds
	for _, block := range fn.Blocks {
		for _, instr := range block.Instrs {
			if op, ok := instr.(*ssa.BinOp); ok && (op.Op == token.ADD || op.Op == token.SUB) && !isConst(op.X) {
				what = moved
			}
			if call, ok := instr.(ssa.CallInstruction); ok && call.Common().StaticCallee() != nil {
				what |= p.moves(call.Common().StaticCallee())
			}
		}
	}
	for _, lit := range fn.AnonFuncs {
		what |= p.moves(lit)
	}
	p.adds[fn] = what
	return what
}

// source returns the function of the package, or literal, that a call of fn
// runs, or nil.
func (p *Program) source(fn *ssa.Function) *ssa.Function {
	if fn == nil {
		return nil
	}
	if obj, ok := fn.Object().(*types.Func); ok {
		fn = p.named[flow.Name(obj.Origin())]
	}
	if fn == nil || len(fn.Blocks) == 0 {
		return nil
	}
	return fn
}

// returned adds the uses of a literal that returns a part.
func (r *reach) returned(lit *ssa.Function) {
	if lit.Parent() == nil {
		return
	}
	for _, block := range lit.Parent().Blocks {
		for _, instr := range block.Instrs {
			for _, op := range instr.Operands(nil) {
				if *op == lit {
					r.through(instr)
				}
			}
		}
	}
}

// returnsParts reports whether a function may give parts of a date to its
// caller. The caller holds mu.
func (p *Program) returnsParts(fn *ssa.Function) bool {
	obj, ok := fn.Object().(*types.Func)
	if ok && readers[flow.Name(obj.Origin())] {
		return true
	}
	if out := count(fn.Signature.Results()); out.numbers+out.texts+out.structs == 0 && !hasPointer(fn.Signature.Params()) {
		return false
	}
	if ok && p.imported[flow.Name(obj.Origin())] != nil {
		return true
	}
	fn = p.source(fn)
	return fn != nil && p.takesParts(fn)
}

func hasPointer(list *types.Tuple) bool {
	for v := range list.Variables() {
		if _, ok := v.Type().Underlying().(*types.Pointer); ok {
			return true
		}
	}
	return false
}

// takesDate reports whether a function takes parts of a date.
func (p *Program) takesDate(fn *ssa.Function) bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.takesParts(fn)
}

// takesParts reports whether a function, or a literal in it, takes parts of a
// date, or calls a function that returns some. The caller holds mu.
func (p *Program) takesParts(fn *ssa.Function) bool {
	if known, ok := p.takes[fn]; ok {
		return known
	}
	p.takes[fn] = false // recursion adds nothing
	takes := false
	for _, block := range fn.Blocks {
		for _, instr := range block.Instrs {
			for _, op := range instr.Operands(nil) {
				if callee, ok := (*op).(*ssa.Function); ok && !takes {
					takes = p.returnsParts(callee)
				}
			}
		}
	}
	for _, lit := range fn.AnonFuncs {
		takes = takes || p.takesParts(lit)
	}
	p.takes[fn] = takes
	return takes
}
