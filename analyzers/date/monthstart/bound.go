package monthstart

import (
	"fmt"
	"go/constant"
	"go/token"
	"go/types"
	"regexp"
	"strconv"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/flow"
)

// A bound is a place where the clock of a start of a month makes a difference.
type bound struct {
	pos         token.Pos
	consequence string
}

// follow reports a start of a month at its first use, in source order, that
// needs midnight.
func (c *check) follow(call *ssa.Call, s start) {
	f := &follower{check: c, fn: call.Parent(), base: clock(s.of), seen: make(map[ssa.Value]bool)}
	f.add(call)
	for len(f.work) > 0 && len(f.seen) < maxFollowed {
		v := f.work[len(f.work)-1]
		f.work = f.work[:len(f.work)-1]
		f.uses(v)
	}
	if f.first.pos.IsValid() {
		c.report(call, s, f.first)
	}
}

// maxFollowed bounds how many values are followed.
const maxFollowed = 200

// A follower looks for the uses of one value.
type follower struct {
	*check
	fn    *ssa.Function // that has the start of the month
	base  ssa.Value     // that its clock comes from
	seen  map[ssa.Value]bool
	work  []ssa.Value
	first bound
}

func (f *follower) add(v ssa.Value) {
	if v != nil && !f.seen[v] {
		f.seen[v] = true
		f.work = append(f.work, v)
	}
}

func (f *follower) found(pos token.Pos, consequence string) {
	if !f.first.pos.IsValid() || pos < f.first.pos {
		f.first = bound{pos, consequence}
	}
}

func (f *follower) uses(v ssa.Value) {
	if v.Referrers() == nil {
		return
	}
	for _, ref := range *v.Referrers() {
		switch ref := ref.(type) {
		case *ssa.Store:
			f.stored(v, ref)
		case *ssa.MakeInterface:
			f.add(ref)
		case *ssa.MapUpdate:
			f.keyed(v, ref)
		case *ssa.Return:
			f.returned(ref)
		case *ssa.Call:
			f.call(v, ref)
		}
	}
}

// stored follows a value into a variable that holds nothing else, or into the
// arguments of a variadic call.
func (f *follower) stored(v ssa.Value, store *ssa.Store) {
	if store.Val != v {
		return
	}
	switch addr := store.Addr.(type) {
	case *ssa.Alloc:
		f.loads(addr, v)
	case *ssa.IndexAddr:
		i, ok := addr.Index.(*ssa.Const)
		array, isAlloc := addr.X.(*ssa.Alloc)
		if !ok || !isAlloc {
			return
		}
		for _, ref := range *array.Referrers() {
			if slice, ok := ref.(*ssa.Slice); ok {
				f.variadic(slice, int(i.Int64()))
			}
		}
	}
}

// loads follows a variable to where it is read as v, here or in a function
// literal.
func (f *follower) loads(addr, v ssa.Value) {
	for _, ref := range *addr.Referrers() {
		switch ref := ref.(type) {
		case *ssa.UnOp:
			if flow.Resolve(ref) == flow.Resolve(v) {
				f.add(ref)
			}
		case *ssa.MakeClosure:
			for i, b := range ref.Bindings {
				if b == addr {
					f.loads(ref.Fn.(*ssa.Function).FreeVars[i], v)
				}
			}
		}
	}
}

// variadic judges calls that are given a slice whose i-th element is the value.
func (f *follower) variadic(slice *ssa.Slice, i int) {
	for _, ref := range *slice.Referrers() {
		call, ok := ref.(*ssa.Call)
		if !ok {
			continue
		}
		for _, arg := range flow.Args(call) {
			text, ok := flow.Of(f.pass.Pass).Fold(arg)
			if !ok || text.Kind() != constant.String {
				continue
			}
			if column := lowerBound(constant.StringVal(text), i); column != "" {
				f.found(call.Pos(), fmt.Sprintf("the query leaves out what has %s earlier that day", column))
			}
			break
		}
	}
}

var comparison = regexp.MustCompile(`(?i)([a-z_][a-z0-9_.]*)["` + "`" + `]?\s*(?:>=?|between)\s*(\?|\$[0-9]+)`)

// lowerBound returns the column of a query, or of a condition of one, that the
// i-th argument is the lower bound of, if its name says that it holds instants
// rather than dates; else "".
func lowerBound(query string, i int) string {
	for _, m := range comparison.FindAllStringSubmatchIndex(query, -1) {
		column, placeholder := query[m[2]:m[3]], query[m[4]:m[5]]
		n := strings.Count(query[:m[4]], "?")
		if placeholder != "?" {
			k, err := strconv.Atoi(placeholder[1:])
			if err != nil {
				continue
			}
			n = k - 1
		}
		if n == i && holdsInstants(column) {
			return column
		}
	}
	return ""
}

var instants = regexp.MustCompile(`(?i)(_at|_ts|time|timestamp|created|updated)$`)

func holdsInstants(column string) bool { return instants.MatchString(column) }

// keyed judges m[key] = v, as in filters of document databases.
func (f *follower) keyed(v ssa.Value, update *ssa.MapUpdate) {
	key, ok := flow.Of(f.pass.Pass).Fold(update.Key)
	if !ok || update.Value != v || key.Kind() != constant.String {
		return
	}
	if k := constant.StringVal(key); k == "$gte" || k == "$gt" {
		f.found(update.Pos(), "the filter leaves out what is earlier that day")
	} else if named, ok := types.Unalias(update.Map.Type()).(*types.Named); ok && (named.Obj().Name() == "GtOrEq" || named.Obj().Name() == "Gt") && holdsInstants(k) {
		f.found(update.Pos(), fmt.Sprintf("the query leaves out what has %s earlier that day", k))
	}
}

// returned follows the only result of a function that is not exported; one that
// has a fact is a start of a month where it is called.
func (f *follower) returned(ret *ssa.Return) {
	fn := ret.Parent()
	if _, ok := f.summary(fn, maxNesting); ok || len(ret.Results) != 1 {
		return
	}
	for _, call := range f.dates.Callers(fn) {
		if call, ok := call.(*ssa.Call); ok {
			f.add(call)
		}
	}
}

func (f *follower) call(v ssa.Value, call *ssa.Call) {
	args := flow.Args(call)
	if own := f.dates.Source(call); own != nil && len(own.Params) == len(args) {
		for i, arg := range args {
			if arg == v {
				f.add(own.Params[i])
			}
		}
		return
	}
	callee := flow.Callee(call)
	if callee == nil {
		return
	}
	switch name := flow.Name(callee); name {
	case "(time.Time).UTC", "(time.Time).Local", "(time.Time).In":
		f.add(call)
	case "(time.Time).Before", "(time.Time).After", "(time.Time).Compare":
		other := args[0]
		if other == v {
			other = args[1]
		}
		if !f.related(other, make(map[ssa.Value]bool)) {
			f.found(call.Pos(), callee.Name()+" puts what is earlier that day into the month before")
		}
	}
}

// related reports whether a time may have its clock from the same base, or is
// the present or a constant: comparing those means something else.
func (f *follower) related(v ssa.Value, seen map[ssa.Value]bool) bool {
	v = clock(v)
	if v == f.base || f.seen[v] || seen[v] {
		return true
	}
	seen[v] = true
	switch v := v.(type) {
	case *ssa.Const:
		return true
	case *ssa.Phi:
		for _, edge := range v.Edges {
			if f.related(edge, seen) {
				return true
			}
		}
		return false
	case *ssa.Call:
		if s, ok := f.start(v, maxNesting); ok {
			return f.related(s.of, seen)
		}
		return f.dates.Moment(v).Now
	case *ssa.Parameter:
		return v.Parent() != f.fn // may be passed with the start
	case *ssa.UnOp, *ssa.Extract, *ssa.Field, *ssa.Lookup, *ssa.TypeAssert:
		return false
	}
	return true
}

// intValue returns the value of a constant integer.
func intValue(v constant.Value) (int, bool) {
	n, ok := constant.Int64Val(constant.ToInt(v))
	return int(n), ok
}
