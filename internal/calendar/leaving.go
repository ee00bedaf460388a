package calendar

import (
	"go/types"
	"maps"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/flow"
)

// maxYears bounds the years by which a date that leaves as numbers or text is
// moved: more than that is a way to count years, such as from 1900.
const maxYears = 99

// maxNested bounds how deep a date lies in what leaves.
const maxNested = 4

// leave notes the dates that leave the function under examination: that
// stand in a text or in a struct which is returned, stored or passed on.
func (m *machine) leave(f *frame, s *state, in *Instr) {
	if f.number != 0 || f.quiet || in.Checked || in.Op == OpReturn && f.depth > 0 {
		return
	}
	for _, arg := range in.Args {
		m.leaveWith(s.mem, in, s.value(arg), 0)
	}
	if in.Op != OpReturn || !f.body.changes {
		return
	}
	for _, name := range slices.Sorted(maps.Keys(s.mem)) {
		if !strings.Contains(name, "&") { // not a variable of the function
			m.leaveWith(s.mem, in, s.mem[name].value, 0)
		}
	}
}

func (m *machine) leaveWith(mem memory, in *Instr, v Value, depth int) {
	if v.has(Changed) {
		m.out.Promising = true
	}
	if depth > maxNested {
		return
	}
	switch v.Kind {
	case Text, Partial:
		base, ok := v.origin().base()
		if year, text, found := leapText(v.Str, base.Year); ok && found {
			m.noteLeaving(base, Event{Site: in.site, Made: LeapDay(year), Text: v, Written: text})
		}
	case Struct:
		m.leaveCivil(in, v)
		for _, e := range v.Elems[:min(len(v.Elems), maxNested*8)] {
			m.leaveWith(mem, in, e, depth+1)
		}
	case Pointer:
		if _, ok := mem[v.Str]; ok {
			m.leaveWith(mem, in, m.load(mem, v), depth+1)
		}
	case Slice:
		items, _ := m.items(mem, v)
		for _, e := range items {
			m.leaveWith(mem, in, e, depth+1)
		}
	}
}

// leaveCivil notes a struct that is a date.
func (m *machine) leaveCivil(in *Instr, v Value) {
	if v.Civil == (Civil{}) {
		return
	}
	var at [3]Value
	for part, index := range v.Civil {
		if at[part] = m.elem(v, int(index)-1); at[part].has(Changed) {
			m.out.Promising = true
		}
	}
	e := Event{Site: in.site, Year: at[0], Month: at[1], Day: at[2]}
	if at[0].Kind != Int || at[1].Kind != Int || at[2].Kind != Int || at[1].Int != int64(2) || at[2].Int != 29 {
		return
	}
	if base, ok := e.Base(); ok {
		e.Made = LeapDay(int(at[0].Int))
		m.noteLeaving(base, e)
	}
}

// noteLeaving records an event if the year was moved, and the date was not made
// in a function of the package: that is examined for itself.
func (m *machine) noteLeaving(base Date, e Event) {
	moved := e.Made.Year - base.Year
	if moved == 0 || moved < -maxYears || moved > maxYears {
		return
	}
	frame := e.Text.origin().Frame
	if e.Text.Kind == Absent {
		frame = e.Year.origin().join(e.Month.origin()).join(e.Day.origin()).Frame
	}
	e.Leaves, e.Own = true, frame == 0
	m.out.Events = append(m.out.Events, e)
}

// letsLeave reports whether moved parts may leave by an instruction, or by a
// literal that it uses.
func (s *parts) letsLeave(instr ssa.Instruction) bool {
	if s.leaving[instr] {
		return true
	}
	var operands [8]*ssa.Value
	for _, op := range instr.Operands(operands[:0]) {
		if lit, ok := (*op).(*ssa.Function); ok && lit.Parent() != nil && s.leaves[lit] {
			return true
		}
	}
	return false
}

// addCivil adds the years that are read from structs, and those that are changed
// there.
func (s *parts) addCivil() {
	for field, list := range s.selections {
		if field == nil || field.Name() != civilNames[0] {
			continue
		}
		for _, v := range list {
			if civilOf(structOf(v)).part(fieldIndex(v)) == 0 {
				s.add(v, part)
			}
		}
	}
}

// structOf returns the type of the struct that a field is selected of.
func structOf(selection ssa.Value) types.Type {
	return (*selection.(ssa.Instruction).Operands(nil)[0]).Type()
}

func fieldIndex(selection ssa.Value) int {
	switch v := selection.(type) {
	case *ssa.FieldAddr:
		return v.Field
	case *ssa.Field:
		return v.Field
	}
	return -1
}

// findLeaving collects the instructions with which text or structs that hold
// moved parts may leave a function, and the functions that have one.
func (s *parts) findLeaving() {
	if !s.p.concerns.shifted {
		return
	}
	for _, fn := range s.p.flow.Funcs() {
		for _, block := range fn.Blocks {
			for _, instr := range block.Instrs {
				if s.lets(instr) {
					s.leaving[instr] = true
					s.markLeaving(fn)
				}
			}
		}
	}
}

// markLeaving notes a function that moved parts may leave, and those around it.
func (s *parts) markLeaving(fn *ssa.Function) {
	for fn != nil && !s.leaves[fn] {
		s.leaves[fn] = true
		if fn = fn.Parent(); fn != nil && isInitializer(fn) {
			return // whose literals are functions of their own
		}
	}
}

// lets reports whether an instruction lets moved parts leave.
func (s *parts) lets(instr ssa.Instruction) bool {
	switch instr := instr.(type) {
	case *ssa.Return:
		return s.changes(instr.Parent()) || slices.ContainsFunc(instr.Results, s.loaded)
	case *ssa.Store:
		return outlives(instr.Addr) && s.loaded(instr.Val)
	case *ssa.MapUpdate:
		return (s.loaded(instr.Value) || s.loaded(instr.Key)) && escapes(instr.Map)
	case *ssa.Send:
		return s.loaded(instr.X)
	case ssa.CallInstruction:
		return s.takesOn(instr) && slices.ContainsFunc(flow.Args(instr), s.loaded)
	}
	return false
}

// takesOn reports whether a call may pass its arguments on: it is none of a
// function that only looks at them or prints them.
func (s *parts) takesOn(call ssa.CallInstruction) bool {
	if b, ok := call.Common().Value.(*ssa.Builtin); ok {
		result := call.Value()
		return b.Name() == "append" && result != nil && escapes(result)
	}
	callee := flow.Callee(call)
	if callee == nil {
		return true
	}
	return modelled[s.p.name(callee)] == nil && !looks(callee)
}

// loaded reports whether a text or struct may hold moved parts.
func (s *parts) loaded(v ssa.Value) bool {
	switch x := v.(type) {
	case *ssa.MakeInterface:
		return s.loaded(x.X)
	case *ssa.Slice: // of the variable arguments of a call
		if array, ok := x.X.(*ssa.Alloc); ok {
			return s.loadedArray(array)
		}
	case *ssa.Const, *ssa.Function, *ssa.Builtin:
		return false
	}
	t := content(v.Type())
	if st, ok := t.Underlying().(*types.Struct); ok {
		return s.loadedStruct(t, st, 0)
	}
	switch u := t.Underlying().(type) {
	case *types.Basic:
		return u.Info()&types.IsString != 0 && s.values[v] == part|moved
	case *types.Interface:
		return s.values[v] == part|moved
	}
	return false
}

func (s *parts) loadedArray(array *ssa.Alloc) bool {
	for _, ref := range *array.Referrers() {
		if elem, ok := ref.(*ssa.IndexAddr); ok {
			for _, use := range *elem.Referrers() {
				if store, ok := use.(*ssa.Store); ok && store.Addr == elem && s.loaded(store.Val) {
					return true
				}
			}
		}
	}
	return false
}

func (s *parts) loadedStruct(t types.Type, st *types.Struct, depth int) bool {
	if isTime(t) || depth > maxNested {
		return false
	}
	date := civilOf(t)
	if s.p.concerns.thirteen {
		date = Civil{}
	}
	for i := range st.NumFields() {
		field := st.Field(i).Origin()
		inner := content(field.Type())
		switch u := inner.Underlying().(type) {
		case *types.Struct:
			if s.loadedStruct(inner, u, depth+1) {
				return true
			}
		case *types.Basic:
			if s.fields[field] == part|moved && (u.Info()&types.IsString != 0 || date.part(i) == 0) {
				return true
			}
		}
	}
	return false
}

// changes reports whether a function changes the year of a date in a struct that is
// there when it is over.
func (s *parts) changes(fn *ssa.Function) bool {
	known, ok := s.changing[fn]
	if ok {
		return known
	}
	for _, block := range fn.Blocks {
		for _, instr := range block.Instrs {
			store, ok := instr.(*ssa.Store)
			known = known || ok && changesCivil(store) && s.values[store.Val] == part|moved && !s.p.concerns.thirteen
		}
	}
	s.changing[fn] = known
	return known
}

// changesCivil reports whether a store is to the year of a date in a struct that
// the function has not made.
func changesCivil(store *ssa.Store) bool {
	field, ok := store.Addr.(*ssa.FieldAddr)
	return ok && civilOf(field.X.Type()).part(field.Field) == 0 && outlives(field)
}

// outlives reports whether what is stored at an address is there when the
// function is over. Local variables, and what they hold, leave by name.
func outlives(addr ssa.Value) bool {
	switch root(addr).(type) {
	case *ssa.Alloc, *ssa.FreeVar:
		return false
	}
	return true
}

// root returns the address of the variable that an address is in.
func root(addr ssa.Value) ssa.Value {
	for {
		switch a := addr.(type) {
		case *ssa.FieldAddr:
			addr = a.X
		case *ssa.IndexAddr:
			addr = a.X
		case *ssa.Slice:
			addr = a.X
		default:
			return addr
		}
	}
}

// escapes reports whether a map or slice that the function has made, perhaps,
// is used other than by the function.
func escapes(v ssa.Value) bool {
	seen := make(map[ssa.Value]bool)
	var visit func(v ssa.Value) bool
	visit = func(v ssa.Value) bool {
		if seen[v] {
			return false
		}
		seen[v] = true
		switch v := v.(type) {
		case *ssa.Phi:
			if slices.ContainsFunc(v.Edges, visit) {
				return true
			}
		case *ssa.Call: // of append
			if _, ok := v.Call.Value.(*ssa.Builtin); !ok {
				return true
			}
		case *ssa.UnOp:
			if outlives(v.X) {
				return true
			}
		case *ssa.MakeMap, *ssa.MakeSlice, *ssa.Slice, *ssa.Alloc, *ssa.Const:
		default:
			return true
		}
		return v.Referrers() != nil && slices.ContainsFunc(*v.Referrers(), func(ref ssa.Instruction) bool {
			switch ref := ref.(type) {
			case *ssa.Return, *ssa.MakeInterface, *ssa.Send, *ssa.MakeClosure:
				return true
			case *ssa.Store:
				return ref.Val == v
			case *ssa.MapUpdate:
				return ref.Map != v
			case *ssa.Phi:
				return visit(ref)
			case *ssa.Slice:
				return visit(ref)
			case ssa.CallInstruction:
				b, ok := ref.Common().Value.(*ssa.Builtin)
				return !ok || b.Name() == "append" && ref.Value() != nil && visit(ref.Value())
			}
			return false
		})
	}
	return visit(v)
}
