package guard

import (
	"go/constant"
	"regexp"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/flow"
)

// holdsNames matches the names of methods that tell whether a set holds
// something.
var holdsNames = regexp.MustCompile(`^(Has|HasAny|HasAll|Contains|ContainsAny|ContainsOne|Exists|In|IsMember|Includes)$`)

// call evaluates the result of a call.
func (e *evaluation) call(v *ssa.Call, depth int) guess {
	if b, ok := v.Call.Value.(*ssa.Builtin); ok {
		return e.builtin(b.Name(), v.Call.Args, depth)
	}
	args := flow.Args(v)
	// What is asked of the error: whether it is one that proves absence. It is
	// one that does not.
	if isBoolean(v.Type()) && e.givenErr(v) {
		return guess{what: zero}
	}
	var vals []guess
	dep := false
	for _, a := range args {
		g := e.value(a, depth)
		vals = append(vals, g)
		dep = dep || g.dep || e.derives(a, depth)
	}
	callee := flow.Callee(v)
	if callee == nil || !dep {
		return guess{dep: dep}
	}
	if g, ok := ofTime(flow.Name(callee), vals); ok {
		return guess{g.what, g.c, true}
	}
	switch empty := len(vals) > 0 && vals[0].dep && (vals[0].what == zero || e.f.given == Partial); {
	case empty && isBoolean(v.Type()) && holdsNames.MatchString(callee.Name()):
		return guess{what: zero, dep: true}
	case empty && flow.Name(callee) == "slices.Index":
		return guess{exactly, constant.MakeInt64(-1), true}
	}
	return guess{dep: true}
}

func (e *evaluation) builtin(name string, args []ssa.Value, depth int) guess {
	switch name {
	case "len":
		g := e.value(args[0], depth)
		if g.what == zero {
			return g
		}
		if g.what == set {
			return guess{dep: g.dep, what: set}
		}
		return guess{dep: g.dep}
	case "append":
		return guess{what: set}
	}
	return guess{dep: slices.ContainsFunc(args, func(a ssa.Value) bool { return e.derives(a, depth) })}
}

// ofTime evaluates functions of package time on a time that was never set.
func ofTime(name string, args []guess) (guess, bool) {
	unset := func(i int) bool {
		return i < len(args) && args[i].dep && (args[i].what == zero || args[i].what == early)
	}
	switch name {
	case "time.Since":
		return guess{what: huge}, unset(0)
	case "(time.Time).IsZero":
		return boolean(true, true), unset(0) && args[0].what == zero
	case "(time.Time).Before":
		if unset(0) {
			return boolean(true, true), true
		}
		return boolean(false, true), unset(1)
	case "(time.Time).After":
		if unset(1) {
			return boolean(true, true), true
		}
		return boolean(false, true), unset(0)
	case "(time.Time).Sub":
		return guess{what: huge}, unset(1) && !unset(0)
	case "(time.Time).Add", "(time.Time).AddDate", "(time.Time).UTC", "(time.Time).Local", "(time.Time).In":
		return guess{what: early}, unset(0)
	case "(time.Duration).Hours", "(time.Duration).Minutes", "(time.Duration).Seconds", "(time.Duration).Milliseconds":
		return guess{what: huge}, len(args) > 0 && args[0].what == huge
	}
	return guess{}, false
}
