package calendar

import (
	"go/types"
	"slices"
	"sync"

	"golang.org/x/tools/go/ssa"
	"golang.org/x/tools/go/types/typeutil"
)

// readers are the methods that take the year of a date.
var readers = map[string]bool{
	"(time.Time).Year": true, "(time.Time).Date": true, "(time.Time).Format": true,
}

// holds tells what a value may hold.
type holds uint8

const (
	part  holds = 1 << iota // a part of a date
	moved                   // a date that AddDate moved, or something added to a part
)

// parts says which values of a package may hold parts of dates. It follows
// them through all functions at once, whatever the path and the caller, and
// tells apart the fields of a struct type but not its variables. So it errs on
// the side of more; where the interpreter gives up, such as at maps and
// channels, it does too.
type parts struct {
	p       *Program
	values  map[ssa.Value]holds // for an address, what is stored there
	stores  map[ssa.Value]holds // through parameters and captured variables
	fields  map[*types.Var]holds
	results map[*ssa.Function]holds
	work    []ssa.Value

	// Where to go on from what has no referrers of its own.
	callers    map[*ssa.Function][]ssa.CallInstruction
	loads      map[*ssa.Global][]ssa.Value
	selections map[*types.Var][]ssa.Value
	closures   map[*ssa.Function][]*ssa.MakeClosure
	roles      map[*ssa.Function]role           // of what is called
	sources    []*ssa.Call                      // whose roles say that they yield something
	suspects   []ssa.CallInstruction            // that may make dates
	dynamic    bySignature[ssa.CallInstruction] // calls through function values
	literals   bySignature[*ssa.Function]

	makers   map[*ssa.Function]bool   // that may make a date of moved parts
	leaving  map[ssa.Instruction]bool // with which moved parts may leave a function
	leaves   map[*ssa.Function]bool   // that moved parts may leave, or a literal in it
	changing map[*ssa.Function]bool   // that change the year of a struct, if known
	taken    func() map[*ssa.Function]bool
}

// newParts follows the parts of dates through the functions of a package.
func newParts(p *Program) *parts {
	s := &parts{
		p:          p,
		values:     make(map[ssa.Value]holds),
		stores:     make(map[ssa.Value]holds),
		fields:     make(map[*types.Var]holds),
		results:    make(map[*ssa.Function]holds),
		callers:    make(map[*ssa.Function][]ssa.CallInstruction),
		loads:      make(map[*ssa.Global][]ssa.Value),
		selections: make(map[*types.Var][]ssa.Value),
		closures:   make(map[*ssa.Function][]*ssa.MakeClosure),
		roles:      make(map[*ssa.Function]role),
		makers:     make(map[*ssa.Function]bool),
		leaving:    make(map[ssa.Instruction]bool),
		leaves:     make(map[*ssa.Function]bool),
		changing:   make(map[*ssa.Function]bool),
	}
	for _, fn := range p.flow.Funcs() {
		if fn.Parent() != nil {
			s.literals.add(fn.Signature, fn)
		}
		for _, block := range fn.Blocks {
			for _, instr := range block.Instrs {
				s.index(instr)
			}
		}
	}
	for _, call := range s.sources {
		s.add(call, s.role(call.Call.StaticCallee()).yields)
	}
	s.addCivil()
	s.propagate()
	s.findMakers()
	s.findLeaving()
	s.taken = sync.OnceValue(s.findTaken)
	return s
}

// bySignature holds what has signatures. They are compared when one is asked
// for, which is seldom.
type bySignature[T any] struct {
	added []signed[T]
	lists typeutil.Map // signature -> []T
}

type signed[T any] struct {
	sig *types.Signature
	x   T
}

func (m *bySignature[T]) add(sig *types.Signature, x T) {
	m.added = append(m.added, signed[T]{sig, x})
}

func (m *bySignature[T]) at(sig types.Type) []T {
	for _, a := range m.added {
		list, _ := m.lists.At(a.sig).([]T)
		m.lists.Set(a.sig, append(list, a.x))
	}
	m.added = nil
	list, _ := m.lists.At(sig).([]T)
	return list
}

// index notes an instruction.
func (s *parts) index(instr ssa.Instruction) {
	switch instr := instr.(type) {
	case *ssa.UnOp:
		if g, ok := instr.X.(*ssa.Global); ok {
			s.loads[g] = append(s.loads[g], instr)
		}
	case *ssa.FieldAddr:
		f := fieldOf(instr.X.Type(), instr.Field)
		s.selections[f] = append(s.selections[f], instr)
	case *ssa.Field:
		f := fieldOf(instr.X.Type(), instr.Field)
		s.selections[f] = append(s.selections[f], instr)
	case *ssa.MakeClosure:
		fn := instr.Fn.(*ssa.Function)
		s.closures[fn] = append(s.closures[fn], instr)
	case ssa.CallInstruction:
		s.indexCall(instr)
	}
}

func (s *parts) indexCall(instr ssa.CallInstruction) {
	common := instr.Common()
	fn := common.StaticCallee()
	switch {
	case fn == nil && common.IsInvoke():
		return
	case fn == nil:
		if sig, ok := common.Value.Type().Underlying().(*types.Signature); ok {
			s.dynamic.add(sig, instr)
		}
		s.suspects = append(s.suspects, instr)
	default:
		role := s.role(fn)
		if role.own != nil {
			s.callers[role.own] = append(s.callers[role.own], instr)
		}
		if call, ok := instr.(*ssa.Call); ok && role.yields != 0 {
			s.sources = append(s.sources, call)
		}
		if role.makes {
			s.suspects = append(s.suspects, instr)
		}
	}
}

// fieldOf returns a field of the struct type t, or that t points to.
func fieldOf(t types.Type, i int) *types.Var {
	if ptr, ok := t.Underlying().(*types.Pointer); ok {
		t = ptr.Elem()
	}
	if st, ok := t.Underlying().(*types.Struct); ok {
		return st.Field(i).Origin()
	}
	return nil // of a type parameter
}

// A role tells what a function is to those who call it.
type role struct {
	own    *ssa.Function // that runs, if it is of the package
	yields holds         // whatever the arguments hold
	makes  bool          // it may make a date of its arguments
}

func (s *parts) role(callee *ssa.Function) role {
	r, ok := s.roles[callee]
	if !ok {
		r = s.findRole(callee)
		s.roles[callee] = r
	}
	return r
}

func (s *parts) findRole(callee *ssa.Function) role {
	r := role{own: s.p.source(callee)}
	obj, ok := callee.Object().(*types.Func)
	if !ok {
		return r
	}
	name := s.p.name(obj)
	body := s.p.imported[name]
	switch {
	case readers[name]:
		r.yields = part
	case name == "(time.Time).AddDate":
		r.yields = moved
	case body != nil && countParams(callee.Signature).dates > 0:
		r.yields = part | moved
	}
	r.makes = makers[name] || body != nil && body.Leads
	return r
}

// joins reports whether a function, or a literal in it, hands parts of a date
// to a call that makes a date once something was added to them.
func (s *parts) joins(fn *ssa.Function) bool {
	if !s.makers[fn] {
		return false
	}
	for _, block := range fn.Blocks {
		for _, instr := range block.Instrs {
			if call, ok := instr.(ssa.CallInstruction); ok && s.joined(call) {
				return true
			}
		}
	}
	return !isInitializer(fn) && slices.ContainsFunc(fn.AnonFuncs, s.joins)
}

func (s *parts) joined(call ssa.CallInstruction) bool {
	if s.making(call) {
		return true
	}
	callee := call.Common().StaticCallee()
	own := s.p.source(callee)
	return own != nil && s.makers[own] && slices.ContainsFunc(argumentsOf(call, callee), s.carries)
}

// making reports whether a call makes a date of parts that were moved, or may
// do so.
func (s *parts) making(call ssa.CallInstruction) bool {
	common := call.Common()
	callee := common.StaticCallee()
	if callee == nil {
		return !common.IsInvoke() && count(common.Signature().Results()).dates > 0 &&
			slices.ContainsFunc(common.Args, s.carries)
	}
	obj, ok := callee.Object().(*types.Func)
	if !ok {
		return false
	}
	name := s.p.name(obj)
	if makers[name] {
		arg := common.Args[0] // the year
		if obj.Name() != "Date" {
			arg = common.Args[1] // the text
		}
		return s.values[arg] == part|moved && !s.p.constant(call)
	}
	body := s.p.imported[name]
	return body != nil && body.Leads && slices.ContainsFunc(common.Args, s.carries)
}

// carries reports whether an argument holds parts of a date.
func (s *parts) carries(v ssa.Value) bool {
	if s.values[v]&part != 0 {
		return true
	}
	st, ok := content(v.Type()).Underlying().(*types.Struct)
	if !ok || isTime(content(v.Type())) {
		return false
	}
	for f := range st.Fields() {
		if s.fields[f.Origin()]&part != 0 {
			return true
		}
	}
	return false
}

// findMakers collects the functions from which control can get to a call that
// makes a date of moved parts.
func (s *parts) findMakers() {
	var mark func(fn *ssa.Function)
	mark = func(fn *ssa.Function) {
		if fn == nil || s.makers[fn] {
			return
		}
		s.makers[fn] = true
		mark(fn.Parent())
		for _, call := range s.callers[fn] {
			mark(call.Parent())
		}
	}
	for _, call := range s.suspects {
		if fn := call.Parent(); !s.makers[fn] && s.making(call) {
			mark(fn)
		}
	}
}

// findTaken collects the functions that are used as values, not just called.
func (s *parts) findTaken() map[*ssa.Function]bool {
	taken := make(map[*ssa.Function]bool)
	for _, fn := range s.p.flow.Funcs() {
		for _, block := range fn.Blocks {
			for _, instr := range block.Instrs {
				var callee *ssa.Value
				if call, ok := instr.(ssa.CallInstruction); ok {
					callee = &call.Common().Value
				}
				for _, op := range instr.Operands(nil) {
					if used, ok := (*op).(*ssa.Function); ok && op != callee {
						taken[s.p.source(used)] = true
					}
				}
			}
		}
	}
	return taken
}
