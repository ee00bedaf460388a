package fieldmath

import (
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/flow"
)

// A follower looks for uses of a month or day as such. It goes through
// conversions, variables, results of functions that are not exported and
// parameters, but not through arithmetic, which may bring a value back into
// range, nor where branches meet, of which one may replace it.
type follower struct {
	*check
	shift shift
	seen  map[ssa.Value]bool
	work  []ssa.Value
	found token.Pos // of the first use
	// compared says that a function that the value is passed to, or a caller
	// that it is returned to, compares it.
	compared bool
}

// maxFollowed bounds how many values are followed.
const maxFollowed = 200

func (f *follower) run(v ssa.Value) {
	f.add(v)
	for len(f.work) > 0 && len(f.seen) < maxFollowed {
		v := f.work[len(f.work)-1]
		f.work = f.work[:len(f.work)-1]
		f.uses(v)
	}
}

func (f *follower) add(v ssa.Value) {
	if v != nil && !f.seen[v] {
		f.seen[v] = true
		f.work = append(f.work, v)
	}
}

func (f *follower) use(pos token.Pos) {
	if !f.found.IsValid() || pos < f.found {
		f.found = pos
	}
}

func (f *follower) uses(v ssa.Value) {
	if v.Referrers() == nil {
		return
	}
	for _, ref := range *v.Referrers() {
		switch ref := ref.(type) {
		case *ssa.Convert:
			if isInteger(ref.Type()) {
				f.add(ref)
			}
		case *ssa.ChangeType:
			f.add(ref)
		case *ssa.MakeInterface:
			f.boxed(v, ref)
		case *ssa.BinOp:
			f.operand(v, ref)
		case *ssa.Store:
			f.stored(v, ref)
		case *ssa.Lookup:
			if m, ok := ref.X.Type().Underlying().(*types.Map); ok && ref.Index == v && isMonth(m.Key()) {
				f.use(ref.Pos())
			}
		case *ssa.MapUpdate:
			if ref.Key == v && isMonth(v.Type()) {
				f.use(ref.Pos())
			}
		case *ssa.Return:
			f.returned(v, ref)
		case *ssa.Call:
			f.call(v, ref)
		}
	}
}

func isInteger(t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&types.IsInteger != 0
}

// operand judges a comparison with the like of another time, in a function that
// does not look at the years.
func (f *follower) operand(v ssa.Value, op *ssa.BinOp) {
	switch op.Op {
	case token.EQL, token.NEQ:
	case token.LSS, token.LEQ, token.GTR, token.GEQ:
		f.compared = true
		return
	default:
		return
	}
	other := op.X
	if other == v {
		other = op.Y
	}
	if !f.unequal(other) {
		f.compared = f.compared || op.Parent() != f.shift.value.Parent()
		return
	}
	f.use(op.Pos())
}

// unequal reports whether a shift that is out of range is compared with what it
// would have to equal but cannot: the month of another time, if nothing else
// takes care of the years, or the day of the present, days before or after.
func (f *follower) unequal(other ssa.Value) bool {
	t, ok := f.dates.ReadFrom(other, f.shift.field.method())
	if !ok || f.shift.of == nil || flow.Same(t, f.shift.of) {
		return false
	}
	if f.shift.field == Month {
		return !f.readsYear(f.shift.value.Parent())
	}
	return f.dates.Moment(t).Now && f.dates.Moment(f.shift.of).Now
}

// readsYear reports whether a function reads the year of a date.
func (c *check) readsYear(fn *ssa.Function) bool {
	for instr, callee := range flow.Calls(fn) {
		if callee == nil {
			continue
		}
		switch flow.Name(callee) {
		case "(time.Time).Year", "(time.Time).YearDay", "(time.Time).ISOWeek":
			return true
		case "(time.Time).Date":
			call, ok := instr.(*ssa.Call)
			if !ok {
				continue
			}
			for _, ref := range *call.Referrers() {
				if x, ok := ref.(*ssa.Extract); ok && x.Index == 0 && len(*x.Referrers()) > 0 {
					return true
				}
			}
		}
	}
	return false
}

// stored follows a value into a variable that is known to hold it.
func (f *follower) stored(v ssa.Value, store *ssa.Store) {
	alloc, ok := store.Addr.(*ssa.Alloc)
	if !ok || store.Val != v {
		return
	}
	for _, ref := range *alloc.Referrers() {
		if load, ok := ref.(*ssa.UnOp); ok && flow.Resolve(load) == flow.Resolve(v) {
			f.add(load)
		}
	}
}

// boxed judges a value that is an argument of type any.
func (f *follower) boxed(v ssa.Value, boxed *ssa.MakeInterface) {
	for _, ref := range *boxed.Referrers() {
		switch ref := ref.(type) {
		case *ssa.Call:
			f.expected(boxed, ref)
		case *ssa.Store:
			elem, ok := ref.Addr.(*ssa.IndexAddr)
			if !ok {
				continue
			}
			i, known := f.constant(elem.Index)
			array, isAlloc := elem.X.(*ssa.Alloc)
			if known && isAlloc {
				f.printed(v, array, int(i))
			}
		}
	}
}

// expected judges an assertion that a value equals another.
func (f *follower) expected(boxed *ssa.MakeInterface, call *ssa.Call) {
	callee := flow.Callee(call)
	if callee == nil || callee.Name() != "Equal" && callee.Name() != "EqualValues" || len(flow.Args(call)) < 3 {
		return
	}
	for _, arg := range flow.Args(call) {
		if other, ok := arg.(*ssa.MakeInterface); ok && other != boxed && f.unequal(other.X) {
			f.use(call.Pos())
		}
	}
}

// returned follows a result of a function that is not exported. That of an
// exported one is judged where it is called.
func (f *follower) returned(v ssa.Value, ret *ssa.Return) {
	for _, c := range f.dates.Callers(ret.Parent()) {
		call, ok := c.(*ssa.Call)
		switch {
		case !ok:
		case len(ret.Results) == 1:
			f.add(call)
		default:
			for _, ref := range *call.Referrers() {
				if x, ok := ref.(*ssa.Extract); ok && ret.Results[x.Index] == v {
					f.add(x)
				}
			}
		}
	}
}

// call judges a value that is an argument or receiver.
func (f *follower) call(v ssa.Value, call *ssa.Call) {
	args := flow.Args(call)
	callee := flow.Callee(call)
	if own := f.dates.Source(call); own != nil && len(own.Params) == len(args) {
		for i, arg := range args {
			if arg == v && !f.testsParam(own.Params[i]) {
				f.add(own.Params[i])
			}
		}
		return
	}
	if callee == nil {
		return
	}
	switch flow.Name(callee) {
	case "(time.Month).String":
		f.use(call.Pos())
	case "strconv.Itoa", "strconv.FormatInt":
		if args[0] == v && f.concatenated(call) {
			f.use(call.Pos())
		}
	default:
		var fact DateWriter
		if callee.Pkg() == f.pass.Pkg || call.Call.IsInvoke() || !f.pass.ImportObjectFact(callee, &fact) {
			return
		}
		for _, i := range fact.Params {
			if args[i] == v {
				f.use(call.Pos())
			}
		}
	}
}

// testsParam reports whether a function compares a parameter.
func (c *check) testsParam(param *ssa.Parameter) bool {
	for _, ref := range *param.Referrers() {
		switch ref := ref.(type) {
		case *ssa.BinOp:
			if !isArithmetic(ref.Op) {
				return true
			}
		case *ssa.Phi, *ssa.Store:
			return true
		case *ssa.Convert:
			for _, ref := range *ref.Referrers() {
				if op, ok := ref.(*ssa.BinOp); ok && !isArithmetic(op.Op) {
					return true
				}
			}
		}
	}
	return false
}
