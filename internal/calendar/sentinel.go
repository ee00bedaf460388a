package calendar

import (
	"go/types"
	"regexp"

	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/flow"
)

// errorMakers matches the names of functions that return an error other than
// nil.
var errorMakers = regexp.MustCompile(`^New|Errorf?$`)

// sentinels matches the names of variables of other packages that hold an error
// for good.
var sentinels = regexp.MustCompile(`^(?:Err[A-Z]|EOF$)`)

var errorType = types.Universe.Lookup("error").Type().Underlying().(*types.Interface)

// isSentinel reports whether a package variable holds an error that is not nil:
// what it is initialised with is one, and nothing else is assigned. Of another
// package, the name tells.
func (p *Program) isSentinel(g *ssa.Global, reader *ssa.Function) bool {
	if !types.Implements(elem(g.Type()), errorType) {
		return false
	}
	if g.Object().Pkg() != p.pass.Pkg {
		return sentinels.MatchString(g.Object().Name())
	}
	switch v := p.flow.Initial(g, reader).(type) {
	case *ssa.MakeInterface, *ssa.Alloc:
		return true
	case *ssa.Call:
		callee := flow.Callee(v)
		return callee != nil && errorMakers.MatchString(callee.Name())
	}
	return false
}
