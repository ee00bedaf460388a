package calendar

import (
	"go/token"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/flow"
)

// FreeStart reports whether a call yields a date of which nothing is used but
// when it is, as of the start of a range or a limit: as such it is a free
// choice, a day earlier or later. It is also one if it stands for a date that
// was not given as text. In tests it may also be compared: what is expected is
// mostly made as the code under test makes it.
func (p *Program) FreeStart(made ssa.Instruction) bool {
	v, ok := made.(*ssa.Call)
	if !ok || !isTime(v.Type()) {
		return false
	}
	p.init()
	p.mu.Lock()
	defer p.mu.Unlock()
	s := &starts{p: p, seen: make(map[ssa.Value]bool)}
	return s.standsIn(v) || s.free(v)
}

// StandsIn reports whether a date is taken where none was given as text.
func (p *Program) StandsIn(made ssa.Value) bool {
	p.init()
	p.mu.Lock()
	defer p.mu.Unlock()
	return (&starts{p: p}).standsIn(made)
}

// starts follows a date to its uses, also through fields.
type starts struct {
	p    *Program
	seen map[ssa.Value]bool
}

// standsIn reports whether v is taken where no other date could be parsed.
func (s *starts) standsIn(v ssa.Value) bool {
	return slices.ContainsFunc(*v.Referrers(), func(ref ssa.Instruction) bool {
		phi, ok := ref.(*ssa.Phi)
		return ok && slices.ContainsFunc(phi.Edges, s.parsed)
	})
}

// parsed reports whether a date was parsed from text.
func (s *starts) parsed(v ssa.Value) bool {
	x, ok := flow.Resolve(v).(*ssa.Extract)
	if !ok {
		return false
	}
	call, ok := x.Tuple.(*ssa.Call)
	return ok && (s.p.calling(call, "time.Parse") || s.p.calling(call, "time.ParseInLocation"))
}

// looking are the methods of time.Time that look but at when it is.
var looking = []string{
	"(time.Time).Before", "(time.Time).After", "(time.Time).Compare", "(time.Time).IsZero", "(time.Time).Add",
	"(time.Time).Unix", "(time.Time).UnixMilli", "(time.Time).UnixMicro", "(time.Time).UnixNano",
}

// free reports whether all uses of a date look but at when it is.
func (s *starts) free(v ssa.Value) bool {
	if s.seen[v] {
		return true
	}
	s.seen[v] = true
	uses := (&follower{p: s.p, through: sameInstant, unexported: true}).run(v)
	return len(uses) > 0 && !slices.ContainsFunc(uses, func(u Use) bool { return !s.harmless(u) })
}

// harmless reports whether a use looks but at when a date is.
func (s *starts) harmless(u Use) bool {
	switch instr := u.Instr.(type) {
	case *ssa.Store:
		return s.stored(instr)
	case *ssa.Return:
		return s.followed(instr.Parent()) || isRange(instr, u.Value)
	case *ssa.MakeInterface:
		return s.argument(instr)
	case *ssa.Call:
		return slices.Contains(looking, u.Name) || u.Name == "(time.Time).Equal" && s.p.inTest(instr.Parent()) || u.Name == "(time.Time).AddDate" && s.byDays(u)
	}
	return false
}

// followed reports whether the results of a function are followed to all its
// callers.
func (s *starts) followed(fn *ssa.Function) bool {
	obj := fn.Object()
	return obj != nil && !obj.Exported() && len(s.p.parts.callers[fn]) > 0 && !s.p.parts.taken()[fn]
}

// byDays reports whether a use moves a date by days alone.
func (s *starts) byDays(u Use) bool {
	years, ok := s.p.number(u.Args[1])
	months, ok2 := s.p.number(u.Args[2])
	return ok && ok2 && years == 0 && months == 0
}

// isRange reports whether a return statement yields v as the first of two dates.
func isRange(ret *ssa.Return, v ssa.Value) bool {
	var dates []ssa.Value
	for _, result := range ret.Results {
		if isTime(result.Type()) {
			dates = append(dates, result)
		}
	}
	return len(dates) == 2 && dates[0] == v && dates[1] != v
}

// stored follows a date to where the field that it is stored to is read, if that
// is one of the package's own.
func (s *starts) stored(store *ssa.Store) bool {
	addr, ok := store.Addr.(*ssa.FieldAddr)
	if !ok {
		return false
	}
	field := fieldOf(addr.X.Type(), addr.Field)
	if field == nil || field.Pkg() != s.p.pass.Pkg || field.Exported() {
		return false
	}
	read := false
	for _, selection := range s.p.parts.selections[field] {
		for _, v := range loadsOf(selection) {
			if read = true; !s.free(v) {
				return false
			}
		}
	}
	return read
}

// loadsOf returns what is read by selecting a field.
func loadsOf(selection ssa.Value) []ssa.Value {
	if _, ok := selection.(*ssa.Field); ok {
		return []ssa.Value{selection}
	}
	var out []ssa.Value
	for _, ref := range *selection.Referrers() {
		if load, ok := ref.(*ssa.UnOp); ok && load.Op == token.MUL {
			out = append(out, load)
		}
	}
	return out
}

// argument reports whether a date in an interface is but an argument of calls
// that neither make text of it nor compare it, such as those of a query.
func (s *starts) argument(box *ssa.MakeInterface) bool {
	for _, ref := range *box.Referrers() {
		switch ref := ref.(type) {
		case *ssa.DebugRef:
		case *ssa.Store: // an element of variadic arguments
			element, ok := ref.Addr.(*ssa.IndexAddr)
			if !ok || !s.queried(element.X) {
				return false
			}
		case ssa.CallInstruction:
			if !s.queries(ref) {
				return false
			}
		default:
			return false
		}
	}
	return true
}

// queried reports whether a list of arguments is passed to queries alone.
func (s *starts) queried(list ssa.Value) bool {
	found := false
	for _, ref := range *list.Referrers() {
		slice, ok := ref.(*ssa.Slice)
		if !ok {
			continue
		}
		for _, ref := range *slice.Referrers() {
			call, ok := ref.(ssa.CallInstruction)
			if !ok || !s.queries(call) {
				return false
			}
			found = true
		}
	}
	return found
}

// queries reports whether a call may be a query that takes its arguments as
// limits, or one that logs them: of a function outside of the package that does
// neither make text of them nor compare them.
func (s *starts) queries(call ssa.CallInstruction) bool {
	callee := flow.Callee(call)
	switch {
	case callee == nil || callee.Pkg() == nil:
		return false
	case callee.Pkg().Path() == "testing" || logging.MatchString(callee.Pkg().Path()):
		return true
	}
	return !looks(callee) && (!checks(callee) || s.p.inTest(call.Parent()))
}
