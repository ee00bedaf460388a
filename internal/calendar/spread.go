package calendar

import (
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/flow"
)

// add notes that v may hold something. A struct holds it in all its fields.
func (s *parts) add(v ssa.Value, what holds) {
	if s.values[v]|what == s.values[v] {
		return
	}
	switch t := content(v.Type()).Underlying().(type) {
	case *types.Basic:
		if t.Info()&(types.IsInteger|types.IsString) == 0 {
			return
		}
	case *types.Struct:
		if !isTime(content(v.Type())) {
			for f := range t.Fields() {
				s.addField(f.Origin(), what)
			}
			return
		}
	case *types.Tuple:
		for _, ref := range *v.Referrers() {
			if x, ok := ref.(*ssa.Extract); ok {
				s.add(x, what)
			}
		}
		return
	case *types.Map, *types.Chan:
		return
	}
	s.values[v] |= what
	s.work = append(s.work, v)
}

// content returns what a type points to or is a list of, in the end.
func content(t types.Type) types.Type {
	for range 5 {
		switch u := t.Underlying().(type) {
		case *types.Pointer:
			t = u.Elem()
		case *types.Slice:
			t = u.Elem()
		case *types.Array:
			t = u.Elem()
		default:
			return t
		}
	}
	return t
}

func (s *parts) addField(f *types.Var, what holds) {
	if s.fields[f]|what == s.fields[f] {
		return
	}
	s.fields[f] |= what
	for _, v := range s.selections[f] {
		s.add(v, what)
	}
}

func (s *parts) propagate() {
	for len(s.work) > 0 {
		v := s.work[len(s.work)-1]
		s.work = s.work[:len(s.work)-1]
		what := s.values[v]
		if g, ok := v.(*ssa.Global); ok {
			for _, load := range s.loads[g] {
				s.add(load, what)
			}
		}
		if refs := v.Referrers(); refs != nil {
			for _, ref := range *refs {
				s.follow(v, ref, what)
			}
		}
	}
}

// follow goes from a value to where one instruction takes it.
func (s *parts) follow(v ssa.Value, instr ssa.Instruction, what holds) {
	switch instr := instr.(type) {
	case ssa.CallInstruction:
		s.passed(v, instr, what)
	case *ssa.Store:
		if instr.Val == v {
			s.stored(instr.Addr, what)
		}
	case *ssa.MakeClosure:
		for i, binding := range instr.Bindings {
			if fn := instr.Fn.(*ssa.Function); binding == v && fn.Parent() != nil {
				s.add(fn.FreeVars[i], what)
			}
		}
	case *ssa.Return:
		s.returned(instr.Parent(), what)
	case *ssa.BinOp:
		if instr.Op == token.ADD || instr.Op == token.SUB {
			if basic, ok := instr.Type().Underlying().(*types.Basic); ok && basic.Info()&types.IsInteger != 0 {
				what |= moved
			}
		}
		s.add(instr, what)
	case *ssa.FieldAddr, *ssa.Field, *ssa.MapUpdate, *ssa.Send, *ssa.Lookup, *ssa.Range:
	case ssa.Value:
		s.add(instr, what)
	}
}

// stored notes what is stored to an address.
func (s *parts) stored(addr ssa.Value, what holds) {
	switch a := addr.(type) {
	case *ssa.FieldAddr:
		s.addField(fieldOf(a.X.Type(), a.Field), what)
	case *ssa.IndexAddr:
		s.stored(a.X, what)
	case *ssa.Slice:
		s.stored(a.X, what)
	case *ssa.UnOp:
		s.add(a, what)
		s.stored(a.X, what)
	case *ssa.FreeVar:
		s.captured(a, what)
	case *ssa.Parameter:
		s.pointedTo(a, what)
	default:
		s.add(addr, what)
	}
}

// escapes notes what is stored to a variable that belongs to other functions
// too, and reports whether that is news.
func (s *parts) escapes(addr ssa.Value, what holds) bool {
	if s.stores[addr]|what == s.stores[addr] {
		return false
	}
	s.stores[addr] |= what
	s.add(addr, what)
	return true
}

// captured notes what a literal stores to a variable around it.
func (s *parts) captured(free *ssa.FreeVar, what holds) {
	if !s.escapes(free, what) {
		return
	}
	lit := free.Parent()
	for _, closure := range s.closures[lit] {
		s.stored(closure.Bindings[slices.Index(lit.FreeVars, free)], what)
	}
}

// pointedTo notes what a function stores where a parameter points to.
func (s *parts) pointedTo(param *ssa.Parameter, what holds) {
	if !s.escapes(param, what) {
		return
	}
	fn := param.Parent()
	for _, call := range s.callers[fn] {
		if args := argumentsOf(call, call.Common().StaticCallee()); len(args) == len(fn.Params) {
			s.stored(args[slices.Index(fn.Params, param)], what)
		}
	}
}

// returned notes what the calls of a function yield.
func (s *parts) returned(fn *ssa.Function, what holds) {
	if s.results[fn]|what == s.results[fn] {
		return
	}
	s.results[fn] |= what
	calls := s.callers[fn]
	if fn.Parent() != nil {
		calls = slices.Concat(calls, s.dynamic.at(fn.Signature))
	}
	for _, call := range calls {
		if v := call.Value(); v != nil {
			s.add(v, what)
		}
	}
}

// passed follows an argument into a call.
func (s *parts) passed(v ssa.Value, call ssa.CallInstruction, what holds) {
	common := call.Common()
	if common.IsInvoke() {
		return
	}
	callee := common.StaticCallee()
	if callee == nil {
		for _, lit := range s.literals.at(common.Value.Type().Underlying()) {
			s.bind(lit, v, common.Args, what)
		}
		if _, ok := common.Value.(*ssa.Builtin); !ok {
			return
		}
	} else if own := s.p.source(callee); own != nil {
		s.bind(own, v, argumentsOf(call, callee), what)
		return
	} else if obj, ok := callee.Object().(*types.Func); ok {
		switch name := s.p.name(obj); {
		case readers[name]:
			what |= part
		case s.p.imported[name] != nil:
			what |= moved
		case modelled[name] == nil:
			return // what it yields is not known
		}
	}
	if result := call.Value(); result != nil {
		s.add(result, what)
	}
}

func (s *parts) bind(fn *ssa.Function, v ssa.Value, args []ssa.Value, what holds) {
	for i, arg := range args {
		if arg == v && i < len(fn.Params) {
			s.add(fn.Params[i], what)
		}
	}
}

// argumentsOf returns the receiver and the arguments of a call, that of a method
// value included.
func argumentsOf(call ssa.CallInstruction, callee *ssa.Function) []ssa.Value {
	if callee.Synthetic != "" {
		return flow.Args(call)
	}
	return call.Common().Args
}
